import { add, type Dirhams } from '../../../money/index.ts'
import { Money } from '../../../web/components/money.tsx'
import { useVisit } from '../../../web/visit.ts'
import { percentOf } from '../percent.ts'
import { ratesOf } from '../totals.ts'
import type { SheetView } from '../view-sheet.ts'

/** What the whole sheet comes to: at each save, and with JavaScript at each key. */
export function RunningTotals({ view }: { readonly view: SheetView }) {
  const said = useVisit().words.entry
  const { totals, elsewhere } = view
  const { employeeRate, employerRate, above } = ratesOf(view)
  return (
    <dl
      class="running-totals"
      data-totals
      data-salary={String(elsewhere.salary)}
      data-employee={String(elsewhere.employee)}
      data-employer={String(elsewhere.employer)}
      data-employee-rate={String(employeeRate)}
      data-employer-rate={String(employerRate)}
      data-ceiling={above ? String(above.ceiling) : undefined}
      data-employee-rate-above={above ? String(above.employeeRate) : undefined}
      data-employer-rate-above={above ? String(above.employerRate) : undefined}
    >
      <Total name="salary" label={said.totalSalary} amount={totals.salary} />
      <Total
        name="employee"
        label={`${said.totalEmployee} ${ratesIn(employeeRate, above?.employeeRate)}`}
        amount={totals.employee}
      />
      <Total
        name="employer"
        label={`${said.totalEmployer} ${ratesIn(employerRate, above?.employerRate)}`}
        amount={totals.employer}
      />
      <Total name="total" label={said.total} amount={add(totals.employee, totals.employer)} />
    </dl>
  )
}

/** The rate, or both where the second tranche has another. */
function ratesIn(rate: number, above = rate): string {
  return above === rate ? percentOf(rate) : `${percentOf(rate)} / ${percentOf(above)}`
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
