import { formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { CalendarEntry } from '../declaration.ts'
import { useDeclarationBand } from './band.ts'

interface Props {
  readonly entries: readonly CalendarEntry[]
  readonly employerName: string
  readonly hasCategories: boolean
}

/** What is to declare, what is late, what is done (product D1). */
export function CalendarPage({ entries, employerName, hasCategories }: Props) {
  const { declarations: words } = useVisit().words
  const open = entries.filter((entry) => entry.state !== 'sent')
  const sent = entries.filter((entry) => entry.state === 'sent')
  return (
    <Layout
      title={words.calendarTitle}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      wide
    >
      <PageHead title={words.calendarTitle} lead={words.calendarLead(employerName)} />
      {hasCategories ? null : (
        <EmptyState title={words.noCategory}>{words.noCategoryText}</EmptyState>
      )}
      {hasCategories ? (
        <>
          <h2>{words.toDeclareHeading}</h2>
          <Periods
            caption={words.toDeclareHeading}
            entries={open}
            empty={
              <EmptyState title={words.nothingToDeclare}>{words.nothingToDeclareText}</EmptyState>
            }
          />
          {sent.length > 0 ? (
            <>
              <h2>{words.sentHeading}</h2>
              <Periods caption={words.sentHeading} entries={sent} />
            </>
          ) : null}
        </>
      ) : null}
    </Layout>
  )
}

interface PeriodsProps {
  readonly caption: string
  readonly entries: readonly CalendarEntry[]
  readonly empty?: Parameters<typeof Table<CalendarEntry>>[0]['empty']
}

function Periods({ caption, entries, empty }: PeriodsProps) {
  const { words, language } = useVisit()
  const said = words.declarations
  return (
    <Table
      caption={caption}
      rows={entries}
      empty={empty}
      columns={[
        { head: said.period, cell: (entry) => formatQuarterInWords(entry.quarter, language) },
        {
          head: said.category,
          cell: (entry) => (
            <>
              <bdi dir="ltr">{entry.category}</bdi> <small>{entry.label}</small>
            </>
          ),
        },
        { head: said.dueOn, cell: (entry) => <DateText date={entry.dueOn} /> },
        {
          head: said.state,
          cell: (entry) => (
            <>
              <PeriodTag entry={entry} />
              <OnItsWay entry={entry} />
            </>
          ),
        },
        {
          head: said.amount,
          numeric: true,
          cell: (entry) => (entry.total ? <Money amount={entry.total} /> : '—'),
        },
        { head: said.action, hideHead: true, cell: (entry) => <Next entry={entry} /> },
      ]}
    />
  )
}

function PeriodTag({ entry }: { readonly entry: CalendarEntry }) {
  const { states } = useVisit().words.declarations
  if (entry.state === 'sent') return <StatusTag tone="done">{states.sent}</StatusTag>
  return (
    <>
      <StatusTag tone={entry.isLate ? 'stop' : 'wait'}>
        {entry.isLate ? states.late : states.to_declare}
      </StatusTag>
      {entry.state === 'checked' ? <small>{states.checked}</small> : null}
    </>
  )
}

/** A file of this period on its way: with the link to follow it, or to go on with it. */
function OnItsWay({ entry: { arriving } }: { readonly entry: CalendarEntry }) {
  const { deposits } = useVisit().words
  if (!arriving) return null
  const { states } = deposits
  return (
    <small>
      {arriving.isChecked ? states.received : states.receiving(arriving.percent)}{' '}
      <a href={paths.declarations.deposit({ id: arriving.depositId })}>{deposits.follow}</a>
    </small>
  )
}

function Next({ entry }: { readonly entry: CalendarEntry }) {
  const { words, language } = useVisit()
  const said = words.declarations
  const hidden = `${formatQuarterInWords(entry.quarter, language)}, ${entry.category}`
  if (entry.state === 'sent' && entry.declarationId) {
    return (
      <ButtonLink
        kind="link"
        href={paths.declarations.receipt({ id: entry.declarationId })}
        hidden={hidden}
      >
        {said.seeReceipt}
      </ButtonLink>
    )
  }
  if (entry.state === 'checked' && entry.declarationId) {
    return (
      <ButtonLink
        kind="plain"
        href={paths.declarations.check({ id: entry.declarationId })}
        hidden={hidden}
      >
        {said.resume}
      </ButtonLink>
    )
  }
  const href = paths.declarations.period({
    category: entry.category,
    quarter: formatQuarter(entry.quarter),
  })
  return (
    <ButtonLink kind="plain" href={href} hidden={hidden}>
      {said.declare}
    </ButtonLink>
  )
}
