import { formatDate, localDateAt } from '../../calendar/index.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Money } from '../../web/components/money.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { HoldReason } from '../../payments/hold.ts'
import type { HeldOrder } from '../store/held-orders.ts'

/** With what keeps it now; nothing when that is solved. */
export type StandingHold = HeldOrder & { readonly holdsNow: HoldReason | null }

interface Props {
  readonly orders: readonly StandingHold[]
  /** Those that wait, shown or not. */
  readonly count: number
}

/** Which orders stayed behind, why, to whom to speak, and what comes next; nothing when none did. */
export function HeldOrders({ orders, count }: Props) {
  const { words, language } = useVisit()
  const { columns, held } = words.debits
  const said = words.payments.holds
  if (orders.length === 0) return null
  return (
    <section id="retenus">
      <h2>{held.title}</h2>
      <p>{held.lead}</p>
      {count > orders.length ? <p>{held.first(orders.length, count)}</p> : null}
      <Table
        caption={held.title}
        dense
        rows={orders}
        columns={[
          {
            head: columns.order,
            cell: (one) => (
              <>
                <bdi dir="ltr">{one.reference}</bdi>
                <small>{said.since(formatDate(localDateAt(one.heldAt), language))}</small>
              </>
            ),
          },
          {
            head: columns.company,
            cell: (one) => (
              <a href={paths.agency.employer({ id: one.employerId })}>
                <bdi>{one.employerName}</bdi>
              </a>
            ),
          },
          { head: said.whyLabel, cell: (one) => said.why[one.holdsNow ?? one.reason] },
          {
            head: said.nextLabel,
            cell: ({ holdsNow }) =>
              holdsNow === null ? (
                said.solved
              ) : (
                <>
                  {said.next[holdsNow]}
                  <small>
                    {said.whoLabel} · {said.who[holdsNow]}
                  </small>
                </>
              ),
          },
          { head: columns.collectOn, cell: (one) => <DateText date={one.debitOn} /> },
          { head: columns.amount, numeric: true, cell: (one) => <Money amount={one.amount} /> },
        ]}
      />
    </section>
  )
}
