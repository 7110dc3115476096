import { previousQuarter, type Quarter, quarterOf } from '../calendar/index.ts'
import { centimes, sum } from '../money/index.ts'
import type { Consequences, DryRun, DryRunLine } from '../parameters/consequences.ts'
import type { ParameterKey, RatePair } from '../parameters/parameter-catalogue.ts'
import type { Tx } from '../platform/db/database.ts'
import { countSentSince, type RepricedEmployer, repriceSent } from './store/repriced.ts'

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

const mostShown = 10

/** The last quarter's declarations at the proposed rates (product G4). */
async function tryRates(
  tx: Tx,
  product: string,
  rates: readonly RatePair[],
  quarter: Quarter,
): Promise<DryRun> {
  return dryRunOf(await repriceSent(tx, product, rates, quarter), quarter)
}

function dryRunOf(rows: readonly RepricedEmployer[], quarter: Quarter): DryRun {
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

function lineFrom(row: RepricedEmployer): DryRunLine {
  return {
    employerNumber: row.employer_number,
    name: row.name,
    before: centimes(row.before),
    after: centimes(row.after),
  }
}
