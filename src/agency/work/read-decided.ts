import type { AppContext } from '../../context.ts'
import { type Paging, pagingOf } from '../../web/paging.ts'
import {
  countDecided,
  type DecidedFilter,
  type DecidedLetter,
  listDecided,
} from './store/decided-letters.ts'

const perPage = 28

export interface Decided extends Paging {
  readonly letters: readonly DecidedLetter[]
  /** On every page together. */
  readonly count: number
}

/** Forms that were decided for good: the queue keeps only what goes on (product G1). */
export function readDecided(
  app: Pick<AppContext, 'db'>,
  filter: DecidedFilter,
  asked: number,
): Promise<Decided> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const count = await countDecided(tx, filter)
    const paging = pagingOf(count, asked, perPage)
    return { ...paging, count, letters: await listDecided(tx, filter, paging) }
  })
}
