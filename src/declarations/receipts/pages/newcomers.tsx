import type { DeclaredNewcomer } from '../../../members/store/declared-newcomers.ts'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { useVisit } from '../../../web/visit.ts'
import { newcomerStanding } from '../printed-receipt.ts'
import type { ReceiptView } from '../receipt.ts'

/** Who was declared without a number: the one that each was given, and what to do with it (decision 0064). */
export function Newcomers({ newcomers: { people, count } }: Pick<ReceiptView, 'newcomers'>) {
  const { words } = useVisit()
  const said = words.desk.receipt
  if (count === 0) return null
  return (
    <section>
      <h2>{said.newcomers}</h2>
      <p>{said.newcomersLead(count)}</p>
      <Table
        caption={said.newcomers}
        rows={people}
        dense
        columns={[
          { head: words.desk.who, cell: (one) => <Who newcomer={one} /> },
          { head: said.given, cell: ({ given }) => <Reference>{given}</Reference> },
          { head: said.standing, cell: (one) => newcomerStanding(one, words.desk) },
        ]}
      />
      {people.length < count ? <p>{said.newcomersMore(people.length, count)}</p> : null}
    </section>
  )
}

function Who({ newcomer }: { readonly newcomer: DeclaredNewcomer }) {
  const { lastName, firstName, staffNumber } = newcomer
  return (
    <>
      <bdi>{`${lastName} ${firstName}`}</bdi>
      {staffNumber === '' ? null : (
        <small>
          <Reference>{staffNumber}</Reference>
        </small>
      )}
    </>
  )
}
