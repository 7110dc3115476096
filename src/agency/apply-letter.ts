import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { apply, type Letter } from '../letters/letter.ts'
import { findObjection } from '../letters/store/objections.ts'
import { findLetter, lockLetter, saveLetter } from '../letters/store/letters.ts'
import type { Tx } from '../platform/db/database.ts'
import { jobKind } from '../platform/jobs/enqueue.ts'
import { mayApply } from './case-decision.ts'
import { letterEffects } from './letter-effects.ts'

export const applyLetterJob = jobKind<{ letterId: string }>('apply-letter')

/**
 * Puts an accepted letter in force when its time has come. Skips it while an objection is undecided, and when it was
 * refused, withdrawn or applied meanwhile: it may run any number of times.
 */
export async function applyLetter(
  app: AppContext,
  { letterId }: { readonly letterId: string },
): Promise<boolean> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    if (!(await findLetter(tx, letterId))) return false
    const letter = await lockLetter(tx, letterId)
    const objection = await findObjection(tx, letter.id)
    if (!mayApply(letter, objection, app.clock.now())) return false
    await applyNow(tx, app, letter)
    return true
  })
}

/** The effect, the state and the trail, together or not at all. The letter is locked by the caller. */
export async function applyNow(tx: Tx, app: AppContext, letter: Letter): Promise<void> {
  const now = app.clock.now()
  await letterEffects[letter.kind](tx, app, letter)
  await saveLetter(tx, letter, apply(letter, now))
  await record(tx, systemActor('apply-letter'), now, {
    action: 'letter.applied',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: { reference: letter.reference, kind: letter.kind },
  })
}
