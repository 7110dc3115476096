import { sql } from 'kysely'
import { type LocalDate, previousQuarter, type Quarter, quarterOf } from '../calendar/index.ts'
import { centimes, sum } from '../money/index.ts'
import type { Consequences, DryRun, DryRunLine, Touched } from '../parameters/consequences.ts'
import type { ParameterKey, RatePair } from '../parameters/parameter-catalogue.ts'
import type { Tx } from '../platform/db/database.ts'

const products: Partial<Record<ParameterKey, string>> = {
  contribution_rates_al_kamil: 'al_kamil',
  contribution_rates_al_mounassib: 'al_mounassib',
}

/** What another table of rates means for declarations: those already sent, and those of the last quarter tried again. */
export const rateConsequences: Consequences = {
  touched: async (tx, key, from) => {
    const product = products[key]
    return product ? countSentSince(tx, product, from) : null
  },
  tryOut: async (tx, key, value, today) => {
    const product = products[key]
    if (!product) return null
    return tryRates(tx, product, value as readonly RatePair[], previousQuarter(quarterOf(today)))
  },
}

/** Sent for quarters that begin on that day or later: they were worked out at the rates it would replace. */
async function countSentSince(tx: Tx, product: string, from: LocalDate): Promise<Touched> {
  const { rows } = await sql<{ declarations: bigint; employers: bigint }>`
    select count(*) as declarations, count(distinct d.employer_id) as employers
    from declarations d join employer_categories c using (employer_id, category)
    where d.state = 'sent' and c.product = ${product} and make_date(d.year, d.quarter * 3 - 2, 1) >= ${from}`.execute(
    tx,
  )
  return {
    declarations: Number(rows[0]?.declarations ?? 0n),
    employers: Number(rows[0]?.employers ?? 0n),
  }
}

interface EmployerRow {
  employer_number: string
  name: string
  lines: bigint
  unpriced: bigint
  before: bigint
  after: bigint
}

const mostShown = 10

/**
 * The employer's part of the lines sent for a quarter, as it was and at the proposed rates, each line rounded half up
 * as on reception. A line whose employee's rate the table no longer has keeps its amount.
 */
export async function tryRates(
  tx: Tx,
  product: string,
  rates: readonly RatePair[],
  quarter: Quarter,
): Promise<DryRun> {
  const { rows } = await sql<EmployerRow>`
    with rate as (
      select * from unnest(${rates.map((pair) => pair.employee)}::integer[],
        ${rates.map((pair) => pair.employer)}::integer[]) as pair (employee, employer)
    ), total as (
      select d.employer_id, count(*) as lines, count(*) filter (where rate.employer is null) as unpriced,
        sum(l.employer_centimes)::bigint as before,
        sum(case when rate.employer is null then l.employer_centimes
          else (l.salary_centimes * rate.employer + 5000) / 10000 end)::bigint as after
      from declarations d
      join employer_categories c using (employer_id, category)
      join declaration_lines l on l.declaration_id = d.id
      left join rate on rate.employee = l.employee_rate
      where d.state = 'sent' and c.product = ${product} and d.year = ${quarter.year} and d.quarter = ${quarter.quarter}
      group by d.employer_id
    )
    select e.employer_number, e.name, total.lines, total.unpriced, total.before, total.after
    from total join employers e on e.id = total.employer_id
    order by abs(total.after - total.before) desc, e.employer_number`.execute(tx)
  return dryRunOf(rows, quarter)
}

function dryRunOf(rows: readonly EmployerRow[], quarter: Quarter): DryRun {
  const lines = rows.map(lineFrom)
  const changed = lines.filter((line) => line.before !== line.after)
  const count = (column: 'lines' | 'unpriced') =>
    rows.reduce((total, row) => total + Number(row[column]), 0)
  return {
    quarter,
    employers: lines.length,
    changedEmployers: changed.length,
    lines: count('lines'),
    unpricedLines: count('unpriced'),
    before: sum(lines.map((line) => line.before)),
    after: sum(lines.map((line) => line.after)),
    most: changed.slice(0, mostShown),
  }
}

function lineFrom(row: EmployerRow): DryRunLine {
  return {
    employerNumber: row.employer_number,
    name: row.name,
    before: centimes(row.before),
    after: centimes(row.after),
  }
}
