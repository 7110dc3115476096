import { formatDate } from '../../calendar/index.ts'
import { type Dirhams, formatDirhams } from '../../money/index.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Form } from '../../web/components/form.tsx'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Mistakes } from '../../web/form.ts'
import type { Paging } from '../../web/paging.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { KeptCollection } from '../store/read-collections.ts'
import type { StandingHold } from '../store/held-orders.ts'
import { HeldOrders } from './held-orders.tsx'

interface Props {
  readonly collections: readonly KeptCollection[]
  readonly paging: Paging
  /** What the file of this day would weigh. */
  readonly due: { readonly count: number; readonly amount: Dirhams }
  readonly held: { readonly orders: readonly StandingHold[]; readonly count: number }
  readonly errors?: Mistakes | undefined
  /** Whether this agent reads what the night compared. */
  readonly supervises?: boolean
}

/** What leaves today, and every file that left. */
export function CollectionsPage(props: Props) {
  const { collections, paging, due, held, errors = {}, supervises = false } = props
  const { words, language } = useVisit()
  const { debits: said, receivedTransfers, reconciliation } = words
  return (
    <AgencyPage title={said.title} place="collections" errors={errors}>
      <PageHead
        title={said.title}
        lead={said.lead}
        action={
          <div class="row-actions">
            <ButtonLink href={paths.agency.bankMessages()}>{said.messages.title}</ButtonLink>
            <ButtonLink href={paths.agency.receivedTransfers()}>
              {receivedTransfers.title}
            </ButtonLink>
          </div>
        }
      />
      <Form action={paths.agency.collections()} errors={errors}>
        <p>{said.makeText(due.count, formatDirhams(due.amount, language))}</p>
        <Actions>
          <Button>{said.make}</Button>
        </Actions>
      </Form>
      <HeldOrders {...held} />
      <section>
        <h2>{said.collections}</h2>
        <Collections collections={collections} />
        <Pagination
          page={paging.page}
          pages={paging.pages}
          href={(to) => `${paths.agency.collections()}?page=${to}`}
        />
      </section>
      {supervises ? (
        <p class="actions">
          <a href={paths.agency.reconciliation()}>{reconciliation.title}</a>
        </p>
      ) : null}
    </AgencyPage>
  )
}

function Collections({ collections }: Pick<Props, 'collections'>) {
  const { words, language } = useVisit()
  const said = words.debits
  const { columns } = said
  return (
    <Table
      caption={said.collections}
      dense
      rows={collections}
      empty={<EmptyState title={said.none}>{said.noneText}</EmptyState>}
      columns={[
        {
          head: columns.reference,
          cell: (one) => (
            <a href={paths.agency.collection({ id: one.id })}>
              <bdi dir="ltr">{one.reference}</bdi>
            </a>
          ),
        },
        { head: columns.collectOn, cell: (one) => formatDate(one.collectOn, language) },
        { head: columns.state, cell: (one) => <CollectionTag state={one.state} /> },
        { head: columns.answers, cell: (one) => said.answers(one.settled, one.rejected) },
        { head: columns.entries, numeric: true, cell: (one) => String(one.entries) },
        { head: columns.amount, numeric: true, cell: (one) => <Money amount={one.amount} /> },
      ]}
    />
  )
}

export function CollectionTag({ state }: Pick<KeptCollection, 'state'>) {
  const said = useVisit().words.debits
  return <StatusTag tone={state === 'made' ? 'wait' : 'done'}>{said.states[state]}</StatusTag>
}
