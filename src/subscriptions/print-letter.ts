import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { printedLetter } from '../letters/printed-letter.ts'
import { findLetter } from '../letters/store/letters.ts'
import { openIdentity } from './open-identity.ts'

/**
 * The form as a PDF, in the language it was asked in: every answer but the password (leaflet, step 4; product P3).
 * The identity number is read for the paper and for nothing else.
 */
export async function printLetter(
  app: AppContext,
  letterId: string,
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const letter = await app.db.transaction({ as: 'public', letterId }, async (tx) => {
    const found = (await findLetter(tx, letterId)) ?? refuse('subscriptions.follow_closed')
    return openIdentity(tx, app, found)
  })
  const pdf = await app.pdf.render(printedLetter(letter, app.config.fund))
  return { name: `${letter.reference}.pdf`, pdf }
}
