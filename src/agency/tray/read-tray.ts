import type { AppContext } from '../../context.ts'
import { type DeskScan, listWaiting } from './store.ts'

/** What waits for the code of its case, whoever brought it. */
export function readTray(app: Pick<AppContext, 'db'>): Promise<DeskScan[]> {
  return app.db.transaction({ as: 'agency' }, (tx) => listWaiting(tx))
}
