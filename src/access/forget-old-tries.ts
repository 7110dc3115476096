import { dayMs } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { freeMistakes } from './locks.ts'
import { forgetKeptForms } from './store/kept-forms.ts'
import { forgetOldChallenges } from './store/passkey-challenges.ts'
import { forgetUnusedDevices } from './store/devices.ts'
import { forgetCounts } from './store/throttles.ts'

/**
 * Counts that no longer stop anybody, and browsers unused for six months, are forgotten. More than five
 * mistakes in a row on a login are kept, however old: only a right answer ends them. So are forms that nobody came back to.
 */
export async function forgetOldTries(app: AppContext): Promise<void> {
  const now = app.clock.now()
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  await app.db.transaction({ as: 'system' }, async (tx) => {
    // Forgetting the free ones gives a guesser nothing that a patient one has not.
    await forgetCounts(tx, { places: daysAgo(2), accounts: daysAgo(90) }, freeMistakes)
    await forgetUnusedDevices(tx, now)
    await forgetOldChallenges(tx, now)
    await forgetKeptForms(tx, daysAgo(1))
  })
}
