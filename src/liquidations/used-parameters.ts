import type { LocalDate } from '../calendar/index.ts'
import type { DatedValue } from '../parameters/parameters.ts'
import { type Pension, coefficientRow, fullAgeOf } from './pension.ts'
import { type RuleKey, rulesOn, type RuleValues } from './pension-rules.ts'

/** One value that an estimate rests on, as it must be shown: how much, since when, where it is published, how sure. */
export interface UsedParameter {
  readonly key: RuleKey
  readonly amount: number
  /** Of a coefficient: the age of its line in the table. */
  readonly age?: number
  readonly validFrom: LocalDate
  readonly source: string
  readonly isIllustrative: boolean
}

/** Every parameter that counted in a pension, in the order in which it did (product L4). */
export function usedParameters(
  pension: Pension,
  values: RuleValues,
  asCapital: boolean,
): UsedParameter[] {
  const on = pension.from
  const plain = (key: PlainKey): UsedParameter[] => {
    const own: readonly DatedValue<number>[] = values[key]
    const found = own.findLast((one) => one.validFrom <= on)
    return found ? [{ key, amount: found.value, ...facts(found) }] : []
  }
  return [
    ...plain('normal_retirement_age'),
    ...plain('early_retirement_age'),
    ...(asCapital ? plain('capital_option_share') : []),
    ...plain('single_payment_points'),
    ...plain('point_value_liquidation'),
    ...usedCoefficients(pension, values),
    ...plain('reversion_share'),
    ...plain('orphan_share'),
    ...plain('death_capital_pensions'),
  ]
}

type TableKey =
  | 'anticipation_coefficients'
  | 'deferral_coefficients'
  | 'deferral_coefficients_option_55'
type PlainKey = Exclude<RuleKey, TableKey>

/** The line of the table that gave each part its coefficient; a whole pension has none. */
function usedCoefficients(pension: Pension, values: RuleValues): UsedParameter[] {
  const rules = rulesOn(values, pension.from)
  return pension.parts.flatMap(({ option }) => {
    const row = coefficientRow(option, pension.age, rules)
    if (!row) return []
    const isEarly = pension.age < fullAgeOf(option, rules)
    const late = option === 'age_55' ? 'deferral_coefficients_option_55' : 'deferral_coefficients'
    const key: TableKey = isEarly ? 'anticipation_coefficients' : late
    const found = values[key].findLast((one) => one.validFrom <= pension.from)
    return found ? [{ key, amount: row.coefficient, age: row.age, ...facts(found) }] : []
  })
}

function facts({ validFrom, source = '', isIllustrative = false }: DatedValue<unknown>) {
  return { validFrom, source, isIllustrative }
}
