import { BackLink } from '../../web/components/back-link.tsx'
import type { BandProps } from '../../web/components/band.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateField } from '../../web/components/date-field.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Filters } from '../../web/components/filters.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { SelectField } from '../../web/components/select-field.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { TrailPage as Trail } from '../read-trail.ts'
import { tellActor, tellEvent } from '../tell-event.ts'
import { actionKinds, type ActionKind, type TrailEvent } from '../trail.ts'

/** What was typed in the filters, as the address carries it. */
export interface TrailQuery {
  readonly personne: string
  readonly sorte: string
  readonly du: string
  readonly au: string
}

interface Props {
  readonly trail: Trail
  readonly query: TrailQuery
  readonly wrongDate: boolean
  readonly band: BandProps
}

/** «Journal»: who did what, in words, narrowed by person, kind and dates (product A11). */
export function TrailPage({ trail, query, wrongDate, band }: Props) {
  const { words } = useVisit()
  const own = words.administration.trail
  const parameters = addressOf(query)
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
      <TrailFilters trail={trail} query={query} />
      {wrongDate ? <Note tone="warning" title={own.dateWrong} /> : null}
      <p class="muted" role="status">
        {own.count(trail.count)}
      </p>
      <Events events={trail.events} />
      <Pagination
        page={trail.page}
        pages={trail.pages}
        href={(page) => `${paths.administration.trail()}?${parameters}&page=${page}`}
      />
    </Layout>
  )
}

function addressOf(query: TrailQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return new URLSearchParams(given).toString()
}

function TrailFilters({ trail, query }: Pick<Props, 'trail' | 'query'>) {
  const { words } = useVisit()
  const own = words.administration.trail
  const isFiltered = addressOf(query) !== ''
  return (
    <Filters
      action={paths.administration.trail()}
      clear={isFiltered ? paths.administration.trail() : undefined}
    >
      <SelectField
        name="personne"
        label={own.actor}
        value={query.personne}
        blank={own.everybody}
        options={trail.actors.map(({ key, kind, name }) => ({
          value: key,
          label: name === '' ? own.actors[kind] : `${name} (${own.actors[kind]})`,
        }))}
      />
      <SelectField
        name="sorte"
        label={own.kind}
        value={query.sorte}
        blank={own.everything}
        options={(Object.keys(actionKinds) as ActionKind[]).map((kind) => ({
          value: kind,
          label: own.kinds[kind],
        }))}
      />
      <DateField name="du" label={own.from} hint="" value={query.du} />
      <DateField name="au" label={own.until} hint="" value={query.au} />
    </Filters>
  )
}

function Events({ events }: { readonly events: readonly TrailEvent[] }) {
  const { words, language, fund } = useVisit()
  const own = words.administration.trail
  const telling = { words, language, fundName: fund.name }
  return (
    <Table
      caption={own.events}
      rows={events}
      rowHead={2}
      dense
      columns={[
        { head: own.when, cell: ({ at }) => <DateText date={at} /> },
        { head: own.who, cell: (event) => <Who event={event} /> },
        { head: own.what, cell: (event) => tellEvent(event, telling) },
      ]}
      empty={
        <EmptyState title={own.emptyTitle}>
          <p>{own.empty}</p>
        </EmptyState>
      }
    />
  )
}

function Who({ event }: { readonly event: TrailEvent }) {
  const { words } = useVisit()
  const { name, role } = tellActor(event, words)
  return (
    <>
      <bdi>{name}</bdi>
      {role === '' ? null : <small>{role}</small>}
    </>
  )
}
