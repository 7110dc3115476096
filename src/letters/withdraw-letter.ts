import type { Actor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Letter, withdraw } from './letter.ts'
import { lockLetter, saveLetter } from './store/letters.ts'

/** The applicant gives up before the decision; the file leaves the desk (product P7). */
export async function withdrawLetter(
  tx: Tx,
  actor: Actor,
  now: Date,
  letterId: string,
): Promise<Letter> {
  const letter = await lockLetter(tx, letterId)
  const saved = await saveLetter(tx, letter, withdraw(letter, now, await listHolidays(tx)))
  await record(tx, actor, now, {
    action: 'letter.withdrawn',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: { reference: letter.reference, kind: letter.kind },
  })
  return saved
}
