import { add, type Dirhams } from '../../../money/index.ts'
import { Money } from '../../../web/components/money.tsx'
import { useVisit } from '../../../web/visit.ts'
import { percentOf } from '../percent.ts'
import type { SheetView } from '../view-sheet.ts'

/** What the whole sheet comes to: at each save, and with JavaScript at each key. */
export function RunningTotals({ view }: { readonly view: SheetView }) {
  const said = useVisit().words.entry
  const { totals, elsewhere, period } = view
  const { employeeRate, employerRate } = period.terms
  return (
    <dl
      class="running-totals"
      data-totals
      data-salary={String(elsewhere.salary)}
      data-employee={String(elsewhere.employee)}
      data-employer={String(elsewhere.employer)}
      data-employee-rate={String(employeeRate)}
      data-employer-rate={String(employerRate)}
    >
      <Total name="salary" label={said.totalSalary} amount={totals.salary} />
      <Total
        name="employee"
        label={`${said.totalEmployee} ${percentOf(employeeRate)}`}
        amount={totals.employee}
      />
      <Total
        name="employer"
        label={`${said.totalEmployer} ${percentOf(employerRate)}`}
        amount={totals.employer}
      />
      <Total name="total" label={said.total} amount={add(totals.employee, totals.employer)} />
    </dl>
  )
}

interface TotalProps {
  readonly name: 'salary' | 'employee' | 'employer' | 'total'
  readonly label: string
  readonly amount: Dirhams
}

function Total({ name, label, amount }: TotalProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-total={name}>
        <Money amount={amount} />
      </dd>
    </div>
  )
}
