import { randomUUID } from 'node:crypto'
import { guest } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { findEmployerId } from '../employers/store/employers.ts'
import { drawUpLetter } from '../letters/draw-up-letter.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { limitForms, mayWriteTo } from './limits.ts'
import { formReadyMail } from './mails.ts'
import { type LetterRequest, requestedLetter } from './requested-letter.ts'
import type { Subscriber } from './subscriber.ts'

/**
 * Draws up a letter of «Téléchargement» for somebody who is not signed in. It holds only what was typed, and the
 * answer is the same whether the number exists or not (product A10; decision: letters).
 */
export async function requestLetter(
  app: AppContext,
  subscriber: Subscriber,
  request: LetterRequest,
): Promise<string> {
  await limitForms(app, subscriber.address)
  const now = app.clock.now()
  const id = randomUUID()
  return app.db.transaction({ as: 'public', letterId: id }, async (tx) => {
    const employerId = await findEmployerId(tx, request.employerNumber)
    const letter = requestedLetter(request, employerId, subscriber.language)
    const { reference } = await drawUpLetter(tx, guest, now, { ...letter, id })
    if (await mayWriteTo(tx, app, request.email, 'ready')) {
      await queueMail(tx, formReadyMail, {
        to: request.email,
        language: subscriber.language,
        props: { reference, kind: request.kind, employerNumber: request.employerNumber },
        employerId: null,
        at: now,
      })
    }
    return id
  })
}
