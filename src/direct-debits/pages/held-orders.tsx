import { formatDate, localDateAt } from '../../calendar/index.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Money } from '../../web/components/money.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { adviceOn } from '../../payments/hold-advice.ts'
import type { StandingHold } from '../store/held-orders.ts'

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
            cell: (one) => <Next order={one} />,
          },
          { head: columns.collectOn, cell: (one) => <DateText date={one.debitOn} /> },
          { head: columns.amount, numeric: true, cell: (one) => <Money amount={one.amount} /> },
        ]}
      />
    </section>
  )
}

function Next({ order: { kind, holdsNow } }: { readonly order: StandingHold }) {
  const said = useVisit().words.payments.holds
  if (holdsNow === null) return <>{said.solved}</>
  const { who, next } = adviceOn(said, kind, holdsNow)
  return (
    <>
      {next}
      <small>
        {said.whoLabel} · {who}
      </small>
    </>
  )
}
