import type { AppContext } from '../context.ts'
import { type LetterKind, signedUntil } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import type { Language } from '../web/words/language.ts'
import { mayWriteTo } from './limits.ts'
import { formReadyMail } from './mails.ts'

/** The form is ready to be signed: where it goes and until when, to the address typed, a few times an hour at most (product P7). */
export async function tellReady(
  tx: Tx,
  app: AppContext,
  form: {
    readonly to: string
    readonly language: Language
    readonly reference: string
    readonly kind: LetterKind
    readonly employerNumber: string
  },
): Promise<void> {
  const { to, language, ...about } = form
  if (!(await mayWriteTo(tx, app, to, 'ready'))) return
  const now = app.clock.now()
  const { contact, agencyName, agencyAddress } = app.config.fund
  await queueMail(tx, formReadyMail, {
    to,
    language,
    props: {
      ...about,
      until: signedUntil(now).toISOString(),
      agency: [contact, agencyName, ...agencyAddress],
    },
    employerId: null,
    at: now,
  })
}
