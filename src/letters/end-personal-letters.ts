import type { Actor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { loseObject } from './letter.ts'
import { letterWithoutObjectMail } from './mails.ts'
import { lockPersonalLetters, saveLetter } from './store/letters.ts'

/**
 * A letter about a former delegate's own password or address must not reach the next one: it has no object any more,
 * and whoever asked for it is told (quality AT66).
 */
export async function endPersonalLetters(
  tx: Tx,
  actor: Actor,
  now: Date,
  employerId: string,
): Promise<void> {
  const letters = await lockPersonalLetters(tx, employerId)
  if (letters.length === 0) return
  const holidays = await listHolidays(tx)
  for (const letter of letters) {
    const { reference, kind, language } = letter
    await saveLetter(tx, letter, loseObject(letter, now, holidays))
    await record(tx, actor, now, {
      action: 'letter.without_object',
      subject: { kind: 'letter', id: letter.id },
      employerId,
      details: { letter: reference, kind },
    })
    await queueMail(tx, letterWithoutObjectMail, {
      to: letter.applicant.email,
      language,
      props: { reference, kind },
      employerId,
      at: now,
    })
  }
}
