import { BackLink } from '../../web/components/back-link.tsx'
import type { BandProps } from '../../web/components/band.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { TrailPage as Trail } from '../read-trail.ts'
import type { TrailEvent } from '../trail.ts'
import { EventActor, EventSentence } from '../event-text.tsx'
import { TrailFilters } from '../trail-filters.tsx'
import { type AskedTrail, trailAddress } from '../trail-query.ts'

interface Props {
  readonly trail: Trail
  readonly asked: AskedTrail
  readonly band: BandProps
}

/** «Journal»: who did what, in words, narrowed by person, kind and dates (product A11). */
export function TrailPage({ trail, asked, band }: Props) {
  const { words } = useVisit()
  const own = words.administration.trail
  const parameters = trailAddress(asked.query)
  return (
    <Layout title={own.title} band={band} current={paths.administration.information()} wide>
      <BackLink href={paths.administration.information()}>
        {words.administration.cells.information}
      </BackLink>
      <PageHead
        title={own.title}
        lead={own.lead}
        action={
          <ButtonLink href={`${paths.administration.trailExport()}?${parameters}`} download>
            {own.export}
          </ButtonLink>
        }
      />
      <TrailFilters trail={trail} asked={asked} action={paths.administration.trail()} />
      <Events events={trail.events} />
      <Pagination
        page={trail.page}
        pages={trail.pages}
        href={(page) => `${paths.administration.trail()}?${parameters}&page=${page}`}
      />
    </Layout>
  )
}

function Events({ events }: { readonly events: readonly TrailEvent[] }) {
  const own = useVisit().words.administration.trail
  return (
    <Table
      caption={own.events}
      rows={events}
      rowHead={2}
      dense
      columns={[
        { head: own.when, cell: ({ at }) => <DateText date={at} /> },
        { head: own.who, cell: (event) => <EventActor event={event} /> },
        { head: own.what, cell: (event) => <EventSentence event={event} /> },
      ]}
      empty={
        <EmptyState title={own.emptyTitle}>
          <p>{own.empty}</p>
        </EmptyState>
      }
    />
  )
}
