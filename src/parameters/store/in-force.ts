import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'

/** What is kept for these keys, in force on a day: the newest, as it was corrected last. */
export function readInForce(tx: Tx, keys: readonly string[], on: LocalDate) {
  return tx
    .selectFrom('parameters')
    .distinctOn('key')
    .select(['key', 'value'])
    .where('key', 'in', [...keys])
    .where('valid_from', '<=', on)
    .orderBy('key')
    .orderBy('valid_from', 'desc')
    .orderBy('revision', 'desc')
    .execute()
}

/** Everything that is kept for a key, the oldest first, each as it was corrected last. */
export function readEvery(tx: Tx, key: string) {
  return tx
    .selectFrom('parameters')
    .distinctOn('valid_from')
    .select(['valid_from', 'value', 'illustrative', 'source'])
    .where('key', '=', key)
    .orderBy('valid_from')
    .orderBy('revision', 'desc')
    .execute()
}
