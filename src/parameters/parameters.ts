import type { Holidays, LocalDate } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import {
  catalogue,
  type ParameterKey,
  type ParameterValue,
  type UndatedKey,
} from './parameter-catalogue.ts'
import { readEvery, readInForce } from './store/in-force.ts'

/**
 * The value in force on a day, read to its type. A missing or malformed one is a fault of the installation, not of
 * the visitor.
 */
export async function getParameter<K extends ParameterKey>(
  tx: Tx,
  key: K,
  on: LocalDate,
): Promise<ParameterValue<K>> {
  const values = await getParameters(tx, [key], on)
  return values[key]
}

/** Several values of one day, in one query. */
export async function getParameters<K extends ParameterKey>(
  tx: Tx,
  keys: readonly K[],
  on: LocalDate,
): Promise<{ readonly [P in K]: ParameterValue<P> }> {
  const rows = await readInForce(tx, keys, on)
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  const values = keys.map((key) => {
    if (!stored.has(key)) throw new Error(`parameter ${key} has no value on ${on}`)
    return [key, catalogue[key].type.load(stored.get(key))]
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each was loaded by the type of its own key.
  return Object.fromEntries(values) as { readonly [P in K]: ParameterValue<P> }
}

/** A value from the day it came into force, until the next one. */
export interface DatedValue<V> {
  readonly validFrom: LocalDate
  readonly value: V
  /** A sample, until the fund enters its own. */
  readonly isIllustrative?: boolean
  /** Where it was published. */
  readonly source?: string
}

/** Every value that a parameter has or will have, oldest first, each as it stands today after corrections. */
export async function listValues<K extends ParameterKey>(
  tx: Tx,
  key: K,
): Promise<DatedValue<ParameterValue<K>>[]> {
  const rows = await readEvery(tx, key)
  return rows.map((row) => ({
    validFrom: row.valid_from as LocalDate,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- loaded by the type of its own key.
    value: catalogue[key].type.load(row.value) as ParameterValue<K>,
    isIllustrative: row.illustrative,
    source: row.source,
  }))
}

/** Of the values of `listValues`, the one in force on a day; nothing before the first. */
export function valueOn<V>(values: readonly DatedValue<V>[], on: LocalDate): V | undefined {
  return datedValueOn(values, on)?.value
}

/** The same, with since when and how sure. */
export function datedValueOn<V>(
  values: readonly DatedValue<V>[],
  on: LocalDate,
): DatedValue<V> | undefined {
  return values.findLast((one) => one.validFrom <= on)
}

/** A list of facts that has no day of its own: the newest is the one in force, whatever the day. */
export async function getNewest<K extends UndatedKey>(tx: Tx, key: K): Promise<ParameterValue<K>> {
  const newest = (await listValues(tx, key)).at(-1)
  if (!newest) throw new Error(`parameter ${key} has no value`)
  return newest.value
}

/** The days on which the 48 h clock stands still, besides Saturdays and Sundays (decision: 48 h). */
export async function listHolidays(tx: Tx): Promise<Holidays> {
  const holidays = await getNewest(tx, 'holidays')
  return new Set(holidays.map(({ on }) => on))
}
