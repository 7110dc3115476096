import { TrailFilters } from '../../audit/trail-filters.tsx'
import { type AskedTrail, trailAddress } from '../../audit/trail-query.ts'
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
import { EventActor, EventSentence } from '../../audit/event-text.tsx'

interface Props {
  readonly trail: Trail
  readonly asked: AskedTrail
}

/** What was done and opened for a company, by it and by the fund (product G7). */
export function TrailPage({ trail, asked }: Props) {
  const { agency, administration } = useVisit().words
  const { employer } = trail
  const words = agency.trail
  const here = paths.agency.trail({ id: employer.id })
  return (
    <AgencyPage title={words.title} place="search">
      <BackLink href={paths.agency.employer({ id: employer.id })}>
        <bdi>{employer.name}</bdi>
      </BackLink>
      <PageHead title={words.title} lead={words.lead} />
      <TrailFilters trail={trail} asked={asked} action={here} />
      <Table
        caption={words.caption}
        dense
        rows={trail.events}
        rowHead={2}
        empty={<EmptyState title={administration.trail.emptyTitle} />}
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
        href={(page) => `${here}?${trailAddress(asked.query)}&page=${page}`}
      />
    </AgencyPage>
  )
}
