import { localDateAt } from '../../calendar/index.ts'
import type { Claim } from '../../liquidations/claims/claim.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

/** Claims as a short list: in a search, and on the page of a company, decided ones too. */
export function ClaimTable({ claims }: { readonly claims: readonly Claim[] }) {
  const { agency, claims: own } = useVisit().words
  return (
    <Table
      caption={agency.search.claims}
      showCaption
      dense
      rows={claims}
      columns={[
        {
          head: own.reference,
          cell: (claim) => (
            <a href={paths.agency.claim({ id: claim.id })}>
              <Reference>{claim.reference}</Reference>
            </a>
          ),
        },
        { head: own.person, cell: (claim) => <bdi>{`${claim.lastName} ${claim.firstName}`}</bdi> },
        { head: own.kind, cell: ({ kind }) => own.kinds[kind] },
        { head: own.state, cell: ({ state }) => own.states[state] },
        {
          head: own.since,
          cell: ({ startedAt, sentAt, endedAt }) => (
            <DateText date={localDateAt(endedAt ?? sentAt ?? startedAt)} short />
          ),
        },
      ]}
    />
  )
}
