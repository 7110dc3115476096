import type { AppContext } from '../../context.ts'
import { type Paging, pagingOf } from '../../web/paging.ts'
import { countWaiting, type DeskScan, listWaiting } from './store.ts'

/** As many as a person goes through at once. */
const perPage = 50

export interface Tray extends Paging {
  readonly scans: readonly DeskScan[]
  /** On every page together. */
  readonly waiting: number
}

/** What waits for the code of its case, whoever brought it. */
export function readTray(app: Pick<AppContext, 'db'>, asked: number): Promise<Tray> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const waiting = await countWaiting(tx)
    const paging = pagingOf(waiting, asked, perPage)
    return { ...paging, waiting, scans: await listWaiting(tx, paging) }
  })
}
