import { letterKinds } from '../../../letters/letter.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { LetterStateTag } from '../../pages/letter-state-tag.tsx'
import type { Decided } from '../read-decided.ts'
import { type DecidedFilter, type DecidedLetter, decidedStates } from '../store/decided-letters.ts'

interface Props {
  readonly decided: Decided
  readonly filter: DecidedFilter
}

/** What was decided, the last first: where an agent finds again what has left the queue. */
export function DecidedPage({ decided, filter }: Props) {
  const { agency, letters, work } = useVisit().words
  const { decided: own } = agency
  const isNarrowed = filter.kind !== null || filter.state !== null
  return (
    <AgencyPage title={own.title} place="queue">
      <BackLink href={paths.agency.queue()}>{agency.queue.title}</BackLink>
      <PageHead title={own.title} lead={own.lead(decided.count)} />
      <Filters
        action={paths.agency.decided()}
        clear={isNarrowed ? paths.agency.decided() : undefined}
      >
        <SelectField
          name="etat"
          label={agency.queue.state}
          blank={own.allStates}
          value={filter.state ?? ''}
          options={decidedStates.map((state) => ({ value: state, label: letters.states[state] }))}
        />
        <SelectField
          name="type"
          label={agency.queue.kind}
          blank={agency.queue.allKinds}
          value={filter.kind ?? ''}
          options={letterKinds.map((kind) => ({ value: kind, label: work.kinds[kind] }))}
        />
      </Filters>
      <DecidedTable letters={decided.letters} />
      <Pagination
        page={decided.page}
        pages={decided.pages}
        href={(page) => pageAddress(filter, page)}
      />
    </AgencyPage>
  )
}

function DecidedTable({ letters }: { readonly letters: readonly DecidedLetter[] }) {
  const { agency, work } = useVisit().words
  const { queue, decided: own } = agency
  return (
    <Table
      caption={own.title}
      dense
      rows={letters}
      empty={<EmptyState title={own.none} />}
      columns={[
        {
          head: queue.reference,
          cell: (one) => (
            <>
              <a href={paths.agency.letter({ id: one.id })}>
                <Reference>{one.reference}</Reference>
              </a>
              <small>{work.kinds[one.kind]}</small>
            </>
          ),
        },
        {
          head: queue.company,
          cell: (one) => (
            <>
              {one.company === null ? queue.unknownCompany : <bdi>{one.company}</bdi>}
              <small>
                <Reference>{one.employerNumber}</Reference>
              </small>
            </>
          ),
        },
        { head: queue.state, cell: (one) => <LetterStateTag state={one.state} /> },
        { head: own.when, cell: (one) => <DateText date={one.decidedAt} /> },
      ]}
    />
  )
}

function pageAddress({ kind, state }: DecidedFilter, page: number): string {
  const query = new URLSearchParams({ page: String(page) })
  if (state) query.set('etat', state)
  if (kind) query.set('type', kind)
  return `${paths.agency.decided()}?${query}`
}
