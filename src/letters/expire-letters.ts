import { dayMs } from '../calendar/index.ts'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { completionDays, expire, type Letter, signatureDays } from './letter.ts'
import { lockForgottenLetters, saveLetter } from './store/letters.ts'

const batch = 100

/** Tells whoever was warned of a letter that it ended: letters themselves know nobody. */
type TellOver = (tx: Tx, app: AppContext, letter: Letter) => Promise<void>

/**
 * Forms never sent back signed leave after ninety days, requests for completion never answered after thirty: a
 * forgotten file must not stand before the next one of the same employer.
 */
export async function expireLetters(app: AppContext, tell: TellOver): Promise<{ expired: number }> {
  for (let expired = 0; ; ) {
    const count = await expireSome(app, tell)
    expired += count
    if (count < batch) return { expired }
  }
}

async function expireSome(app: AppContext, tell: TellOver): Promise<number> {
  const now = app.clock.now()
  const actor = systemActor('expire-letters')
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const holidays = await listHolidays(tx)
    const forgotten = await lockForgottenLetters(tx, deadlines(now), batch)
    for (const letter of forgotten) {
      const over = await saveLetter(tx, letter, expire(letter, now, holidays))
      await record(tx, actor, now, {
        action: 'letter.expired',
        subject: { kind: 'letter', id: letter.id },
        employerId: letter.employerId,
        details: { reference: letter.reference, kind: letter.kind },
      })
      await tell(tx, app, over)
    }
    return forgotten.length
  })
}

function deadlines(now: Date) {
  return {
    signature: new Date(now.getTime() - signatureDays * dayMs),
    completion: new Date(now.getTime() - completionDays * dayMs),
  }
}
