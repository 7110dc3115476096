import type { ReadingAlert } from '../../../members/store/reading-alerts.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { grouped } from '../../../web/words/language.ts'

/** Who was stopped while reading a whole staff, and whether somebody has looked into it. */
export function AlertsPage({ alerts }: { readonly alerts: readonly ReadingAlert[] }) {
  const { newcomers, agency } = useVisit().words
  const own = newcomers.alerts
  return (
    <AgencyPage title={own.title} place="queue">
      <BackLink href={paths.agency.queue()}>{agency.queue.title}</BackLink>
      <PageHead title={own.title} lead={own.lead} />
      <Table
        caption={own.title}
        rows={alerts}
        empty={<EmptyState title={own.none}>{own.noneText}</EmptyState>}
        columns={[
          {
            head: own.who,
            cell: ({ readerName, employerName }) => (
              <>
                <bdi>{readerName}</bdi>
                <small>{employerName === null ? own.agent : <bdi>{employerName}</bdi>}</small>
              </>
            ),
          },
          { head: own.when, cell: ({ at }) => <DateText date={at} /> },
          {
            head: own.members,
            numeric: true,
            cell: ({ members }) => <bdi dir="ltr">{grouped(members)}</bdi>,
          },
          { head: newcomers.company, hideHead: true, cell: (alert) => <TrailLink alert={alert} /> },
          { head: own.seen, cell: (alert) => <Seen alert={alert} /> },
        ]}
      />
    </AgencyPage>
  )
}

function TrailLink({ alert: { employerId } }: { readonly alert: ReadingAlert }) {
  const own = useVisit().words.newcomers.alerts
  return employerId ? <a href={paths.agency.trail({ id: employerId })}>{own.trail}</a> : null
}

function Seen({ alert }: { readonly alert: ReadingAlert }) {
  const own = useVisit().words.newcomers.alerts
  if (alert.seenAt)
    return (
      <>
        <StatusTag tone="done">{own.seen}</StatusTag>
        <small>{own.seenBy(alert.seenBy ?? '')}</small>
      </>
    )
  return (
    <form method="post" action={paths.agency.readingAlert({ id: alert.id })}>
      <HiddenFields />
      <Button kind="link">{own.markSeen}</Button>
    </form>
  )
}
