import { dayMs } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { listRefusedSignIns, type RefusedSignIns } from './store.ts'

export interface SignInList {
  readonly asked: string
  readonly found: readonly RefusedSignIns[]
  /** There are more than are shown. */
  readonly isCut: boolean
}

export const mostShown = 100
const lookedAtMs = 30 * dayMs

/** At which accounts sign-ins were refused of late, for a supervisor whom somebody calls (decision 0072). */
export async function readSignIns(
  app: Pick<AppContext, 'db' | 'clock'>,
  typed: string,
): Promise<SignInList> {
  const login = typed.trim().toLowerCase().slice(0, 100)
  const since = new Date(app.clock.now().getTime() - lookedAtMs)
  const found = await app.db.transaction({ as: 'agency' }, (tx) =>
    listRefusedSignIns(tx, { since, login, limit: mostShown + 1 }),
  )
  return { asked: typed, found: found.slice(0, mostShown), isCut: found.length > mostShown }
}
