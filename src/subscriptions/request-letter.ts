import { randomUUID } from 'node:crypto'
import { guest } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { findEmployerId } from '../employers/store/employers.ts'
import { drawUpLetter } from '../letters/draw-up-letter.ts'
import { limitForms } from './limits.ts'
import { type LetterRequest, requestedLetter } from './requested-letter.ts'
import type { Subscriber } from './subscriber.ts'
import { tellReady } from './tell-ready.ts'

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
    const { email: to, kind, employerNumber } = request
    const { language } = subscriber
    await tellReady(tx, app, { to, language, reference, kind, employerNumber })
    return id
  })
}
