import { BackLink } from '../../web/components/back-link.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Trail } from '../read-trail.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { EventActor, EventSentence } from './event.tsx'

/** What was done and opened for a company, by it and by the fund (product G7). */
export function TrailPage({ trail }: { readonly trail: Trail }) {
  const { agency } = useVisit().words
  const { employer } = trail
  const words = agency.trail
  return (
    <AgencyPage title={words.title} place="search">
      <BackLink href={paths.agency.employer({ id: employer.id })}>
        <bdi>{employer.name}</bdi>
      </BackLink>
      <PageHead title={words.title} lead={words.lead} />
      <Table
        caption={words.caption}
        dense
        rows={trail.events}
        rowHead={2}
        empty={<EmptyState title={words.empty} />}
        columns={[
          { head: words.number, cell: (event) => String(event.sequence), numeric: true },
          { head: words.when, cell: (event) => <DateText date={event.at} /> },
          { head: words.what, cell: (event) => <EventSentence event={event} /> },
          { head: words.who, cell: (event) => <EventActor event={event} /> },
        ]}
      />
      <Pagination
        page={trail.page}
        pages={trail.pages}
        href={(page) => `${paths.agency.trail({ id: employer.id })}?page=${page}`}
      />
    </AgencyPage>
  )
}
