import { formatDate } from '../../../calendar/index.ts'
import { formatDirhams } from '../../../money/index.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type ReceivedTransfer, transferStates } from '../received-transfer.ts'
import type { TransfersView } from '../views.ts'
import { noteOf } from './note-of.ts'

/** What came by transfer: first what waits for a decision, the oldest at the top. */
export function ReceivedTransfersPage({ view }: { readonly view: TransfersView }) {
  const { words, language } = useVisit()
  const said = words.receivedTransfers
  const { state, transfers, counts, inSuspense } = view
  return (
    <AgencyPage title={said.title} place="collections">
      <BackLink href={paths.agency.collections()}>{words.debits.title}</BackLink>
      <PageHead
        title={said.title}
        lead={inSuspense > 0n ? said.lead(formatDirhams(inSuspense, language)) : said.nothingWaits}
      />
      <Filters action={paths.agency.receivedTransfers()}>
        <SelectField
          name="etat"
          label={said.state}
          value={state}
          blank={false}
          options={transferStates.map((one) => ({
            value: one,
            label: said.stateCount(said.states[one], counts.get(one) ?? 0),
          }))}
        />
      </Filters>
      <Transfers transfers={transfers} />
    </AgencyPage>
  )
}

function Transfers({ transfers }: { readonly transfers: readonly ReceivedTransfer[] }) {
  const { words, language } = useVisit()
  const said = words.receivedTransfers
  const { columns } = said
  return (
    <Table
      caption={said.title}
      dense
      rows={transfers}
      empty={<EmptyState title={said.none}>{said.noneText}</EmptyState>}
      columns={[
        {
          head: columns.payer,
          cell: (one) => (
            <a href={paths.agency.receivedTransfer({ id: one.id })}>
              <bdi>{one.payerName || said.unnamed}</bdi>
            </a>
          ),
        },
        { head: columns.bookedOn, cell: (one) => formatDate(one.bookedOn, language) },
        {
          head: columns.written,
          cell: (one) => (one.written ? <bdi>{one.written}</bdi> : said.nothingWritten),
        },
        { head: columns.why, cell: (one) => noteOf(one, said) },
        { head: columns.amount, numeric: true, cell: (one) => <Money amount={one.amount} /> },
      ]}
    />
  )
}
