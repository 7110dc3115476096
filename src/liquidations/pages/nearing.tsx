import { formatDate, type LocalDate, localDateAt } from '../../calendar/index.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Figure } from '../../web/components/figure.tsx'
import { Filters } from '../../web/components/filters.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { SelectField } from '../../web/components/select-field.tsx'
import type { Tone } from '../../web/components/shape.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit, type Visit } from '../../web/visit.ts'
import { claimBefore, type NearingMember, type Nearness } from '../nearing.ts'
import { nearingAddress, type NearingQuery } from '../nearing-query.ts'
import type { NearingGroup, NearingView } from '../read-nearing.ts'
import { LiquidationPage } from './liquidation-page.tsx'

interface Props {
  readonly view: NearingView
  readonly query: NearingQuery
}

/** Where an e-Liquidation user lands: whose pension begins soon, or could have begun (product L1). */
export function NearingPage({ view, query }: Props) {
  const own = useVisit().words.liquidations.nearing
  const here = paths.liquidations.nearing()
  return (
    <LiquidationPage title={own.title} place="nearing" wide>
      <PageHead title={own.title} lead={own.lead} />
      <Sooner groups={view.groups} />
      <NearingFilters query={query} />
      {view.count === 0 ? <Nobody query={query} /> : null}
      {view.count > 0 ? <Members view={view} /> : null}
      <Pagination
        page={view.page}
        pages={view.pages}
        href={(page) => nearingAddress(here, query, page)}
      />
    </LiquidationPage>
  )
}

/** How many in each group of the year that comes, when there is anybody. */
function Sooner({ groups }: { readonly groups: readonly NearingGroup[] }) {
  const own = useVisit().words.liquidations.nearing
  const soon = groups.filter(({ nearness, count }) => nearness !== 'later' && count > 0)
  if (soon.length === 0) return null
  return (
    <div class="figures">
      {soon.map(({ nearness, count }) => (
        <Figure label={own.groups[nearness]} value={String(count)} note={own.notes[nearness]} />
      ))}
    </div>
  )
}

function NearingFilters({ query }: { readonly query: NearingQuery }) {
  const own = useVisit().words.liquidations.nearing
  const here = paths.liquidations.nearing()
  const isNarrowed = query.q !== '' || query.periode !== ''
  return (
    <Filters action={here} clear={isNarrowed ? here : undefined}>
      <TextField name="q" label={own.search} value={query.q} optional={false} maxlength={60} />
      <SelectField
        name="periode"
        label={own.horizon}
        value={query.periode}
        blank={own.horizons.year}
        options={[
          { value: '24', label: own.horizons.two_years },
          { value: 'tous', label: own.horizons.all },
        ]}
      />
    </Filters>
  )
}

/** Nobody in sight: where to look instead. */
function Nobody({ query }: { readonly query: NearingQuery }) {
  const own = useVisit().words.liquidations.nearing
  const here = paths.liquidations.nearing()
  const isEverybody = query.periode === 'tous'
  const text = isEverybody ? (query.q ? own.nobodyFound : own.nobodyDeclared) : own.nobodySoon
  return (
    <EmptyState
      title={query.q ? own.noneFound : own.none}
      action={
        isEverybody ? null : (
          <ButtonLink href={nearingAddress(here, { q: query.q, periode: 'tous' })} kind="plain">
            {own.everybody}
          </ButtonLink>
        )
      }
    >
      {text}
    </EmptyState>
  )
}

interface Row extends NearingMember {
  readonly nearness: Nearness
}

const tones: { readonly [N in Nearness]: Tone } = {
  past: 'stop',
  months_4: 'wait',
  months_6: 'info',
  months_12: 'off',
  months_24: 'off',
  later: 'off',
}

/** The nearest first: each group's people stand together, under its word. */
function Members({ view }: { readonly view: NearingView }) {
  const visit = useVisit()
  const rows = view.groups.flatMap(({ nearness, members }) =>
    members.map((member): Row => ({ ...member, nearness })),
  )
  return (
    <Table
      caption={visit.words.liquidations.nearing.title}
      rows={rows}
      dense
      columns={columnsOf(visit, view)}
    />
  )
}

/** Until when the pension must be claimed, or that the day has passed. */
function Limitation({ before }: { readonly before: LocalDate }) {
  const { words, language, now } = useVisit()
  const own = words.liquidations.nearing
  const day = formatDate(before, language)
  return <small>{localDateAt(now) < before ? own.claimBefore(day) : own.claimLost(day)}</small>
}

function columnsOf({ words }: Visit, { ages, limitationYears }: NearingView): Column<Row>[] {
  const { members, liquidations } = words
  const own = liquidations.nearing
  const ageIn = (category: string) => ages.find((one) => one.category === category)?.age
  return [
    {
      head: members.name,
      cell: ({ id, lastName, firstName, state, draftClaimId }) => (
        <>
          <a href={paths.liquidations.estimate({ id })}>
            <bdi>
              {lastName} {firstName}
            </bdi>
          </a>
          {draftClaimId ? (
            <small>
              <a href={paths.claims.claim({ id: draftClaimId })}>{own.draft}</a>
            </small>
          ) : null}
          {state === 'provisional' || state === 'refused' ? (
            <small>{members.states[state]}</small>
          ) : null}
        </>
      ),
    },
    { head: members.number, cell: ({ memberNumber }) => <Reference>{memberNumber}</Reference> },
    { head: members.bornOn, cell: ({ bornOn }) => <DateText date={bornOn} short /> },
    { head: members.category, cell: ({ category }) => <Reference>{category}</Reference> },
    {
      head: own.pensionOn,
      cell: ({ pensionOn, category }) => {
        const age = ageIn(category)
        return (
          <>
            <DateText date={pensionOn} />
            {age === undefined ? null : <small>{own.atAge(age)}</small>}
          </>
        )
      },
    },
    {
      head: own.when,
      cell: ({ nearness, pensionOn }) => (
        <>
          <StatusTag tone={tones[nearness]}>{own.groups[nearness]}</StatusTag>
          {nearness === 'past' ? (
            <Limitation before={claimBefore(pensionOn, limitationYears)} />
          ) : null}
        </>
      ),
    },
  ]
}
