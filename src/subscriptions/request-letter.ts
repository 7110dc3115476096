import { guest } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { findEmployerByNumber } from '../employers/find-employer.ts'
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
  return app.db.transaction({ as: 'public' }, async (tx) => {
    const employer = await findEmployerByNumber(tx, request.employerNumber)
    const letter = requestedLetter(request, employer?.id ?? null, subscriber.language)
    const { id, reference } = await drawUpLetter(tx, guest, now, letter)
    if (await mayWriteTo(tx, app, request.email)) {
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
