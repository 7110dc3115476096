import { firstDay, type Quarter } from '../calendar/index.ts'
import type { RatePair } from '../parameters/parameter-catalogue.ts'
import { type DatedValue, listValues, valueOn } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { CategoryTerms } from './store/declarations.ts'

/** The tables of rates that the fund publishes, with their past and what is announced, by product. */
export type PublishedRates = Readonly<Record<string, readonly DatedValue<readonly RatePair[]>[]>>

export async function readPublishedRates(tx: Tx): Promise<PublishedRates> {
  return {
    al_kamil: await listValues(tx, 'contribution_rates_al_kamil'),
    al_mounassib: await listValues(tx, 'contribution_rates_al_mounassib'),
  }
}

/**
 * A quarter is declared at the rates of its first day: the employer's is the one printed beside the employee's
 * (contribution-file.md, «Amounts»). A pair that the table does not have keeps the rate of the category.
 */
export function termsOn(
  terms: CategoryTerms,
  published: PublishedRates,
  quarter: Quarter,
): CategoryTerms {
  const table = valueOn(published[terms.product] ?? [], firstDay(quarter)) ?? []
  const employerRate = employerRateOf(table, terms.employeeRate) ?? terms.employerRate
  return { ...terms, employerRate }
}

function employerRateOf(table: readonly RatePair[], employeeRate: number): number | undefined {
  return table.find((pair) => pair.employee === employeeRate)?.employer
}
