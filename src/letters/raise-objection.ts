import type { Actor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Letter } from './letter.ts'
import { pauseForObjection, refuseLateObjection } from './objection.ts'
import { findObjection, saveRaisedObjection } from './store/objections.ts'
import { lockLetter, saveLetter } from './store/letters.ts'

/**
 * Whom the letter concerns says that it must not take effect: the 48 hours pause, nothing is applied, and a
 * supervisor decides (decisions, «48 h»).
 */
export async function raiseObjection(
  tx: Tx,
  actor: Actor,
  now: Date,
  raised: { readonly letterId: string; readonly statement: string },
): Promise<Letter> {
  const letter = await lockLetter(tx, raised.letterId)
  const objection = (await findObjection(tx, letter.id)) ?? refuse('web.not_found')
  refuseLateObjection(letter, objection, now)
  await saveRaisedObjection(tx, objection.id, raised.statement, now)
  const saved = await saveLetter(tx, letter, pauseForObjection(letter, now, await listHolidays(tx)))
  await record(tx, actor, now, {
    action: 'letter.objection_raised',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: { reference: letter.reference, kind: letter.kind },
  })
  return saved
}
