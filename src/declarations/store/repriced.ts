import { sql } from 'kysely'
import type { LocalDate, Quarter } from '../../calendar/index.ts'
import type { Touched } from '../../parameters/consequences.ts'
import type { RatePair } from '../../parameters/parameter-catalogue.ts'
import type { Tx } from '../../platform/db/database.ts'

/** Sent for quarters that begin on that day or later: they were worked out at the rates it would replace. */
export async function countSentSince(tx: Tx, product: string, from: LocalDate): Promise<Touched> {
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

/** What a company's lines of a quarter came to, and would. */
export interface RepricedEmployer {
  employer_number: string
  name: string
  lines: bigint
  unpriced: bigint
  before: bigint
  after: bigint
}

/**
 * The employer's part of the lines sent for a quarter, as it was and at the proposed rates, each line rounded half up
 * as on reception. A line whose employee's rate the table no longer has keeps its amount.
 */
export async function repriceSent(
  tx: Tx,
  product: string,
  rates: readonly RatePair[],
  quarter: Quarter,
): Promise<RepricedEmployer[]> {
  const { rows } = await sql<RepricedEmployer>`
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
  return rows
}
