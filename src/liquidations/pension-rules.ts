import type { LocalDate } from '../calendar/index.ts'
import type { ParameterValue } from '../parameters/parameter-catalogue.ts'
import { type DatedValue, datedValueOn, listValues } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { PensionRules } from './pension.ts'

const keys = [
  'normal_retirement_age',
  'early_retirement_age',
  'point_value_liquidation',
  'anticipation_coefficients',
  'deferral_coefficients',
  'deferral_coefficients_option_55',
  'capital_option_share',
  'single_payment_points',
  'reversion_share',
  'orphan_share',
  'death_capital_pensions',
] as const
export type RuleKey = (typeof keys)[number]

/** Rules that did not exist yet take nothing and pay nobody out. */
const laterRules: ReadonlySet<RuleKey> = new Set(['capital_option_share', 'single_payment_points'])

/** Every value that the rules of a pension have had or will have. */
export type RuleValues = { readonly [K in RuleKey]: readonly DatedValue<ParameterValue<K>>[] }

/** What a pension is worked out with, and what it leaves to survivors. */
export interface RulesInForce extends PensionRules {
  readonly reversionShare: number
  readonly orphanShare: number
  readonly deathCapitalPensions: number
}

export async function readRuleValues(tx: Tx): Promise<RuleValues> {
  const read: [RuleKey, unknown][] = []
  for (const key of keys) read.push([key, await listValues(tx, key)])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each was listed by its own key.
  return Object.fromEntries(read) as unknown as RuleValues
}

/** The rules in force on the first day of a pension; a later day has today's, until the fund announces others. */
export function rulesOn(values: RuleValues, on: LocalDate): RulesInForce {
  return {
    normalAge: inForce(values, 'normal_retirement_age', on).value,
    earliestAge: inForce(values, 'early_retirement_age', on).value,
    anticipation: inForce(values, 'anticipation_coefficients', on).value,
    deferral: inForce(values, 'deferral_coefficients', on).value,
    deferralOption55: inForce(values, 'deferral_coefficients_option_55', on).value,
    pointValue: inForce(values, 'point_value_liquidation', on).value,
    capitalShare: datedValueOn(values.capital_option_share, on)?.value ?? 0,
    singlePaymentPoints: datedValueOn(values.single_payment_points, on)?.value ?? 0,
    reversionShare: inForce(values, 'reversion_share', on).value,
    orphanShare: inForce(values, 'orphan_share', on).value,
    deathCapitalPensions: inForce(values, 'death_capital_pensions', on).value,
  }
}

/** The first day for which every value that a pension needs is known: one that began before is worked out by the fund. */
export function rulesKnownFrom(values: RuleValues): LocalDate {
  const firsts = keys
    .filter((key) => !laterRules.has(key))
    .map((key) => values[key][0]?.validFrom ?? nobodyKnows(key))
  return firsts.reduce((latest, one) => (one > latest ? one : latest))
}

function nobodyKnows(key: RuleKey): never {
  throw new Error(`parameter ${key} has no value`)
}

/** A value that must exist: its absence is a fault of the installation. */
function inForce<K extends RuleKey>(
  values: RuleValues,
  key: K,
  on: LocalDate,
): RuleValues[K][number] {
  const own: readonly RuleValues[K][number][] = values[key]
  const found = own.findLast((one) => one.validFrom <= on)
  if (!found) throw new Error(`parameter ${key} has no value on ${on}`)
  return found
}
