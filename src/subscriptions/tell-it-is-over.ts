import { fullName } from '../access/accounts.ts'
import { findDelegateToTell } from '../access/store/delegates.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { findObjection } from '../letters/store/objections.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { requestOverMail } from './mails.ts'

/** Whoever was warned of a request hears that it ended without effect, and that nothing is left to object to (product P5). */
export async function tellItIsOver(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  letter: Letter,
): Promise<void> {
  const { state, kind, reference, employerId } = letter
  if (state !== 'withdrawn' && state !== 'refused' && state !== 'expired') return
  if (!(await findObjection(tx, letter.id))) return
  const delegate = await findDelegateToTell(tx, letter.id)
  if (!delegate) return
  await queueMail(tx, requestOverMail, {
    to: delegate.email,
    language: delegate.language,
    props: { name: fullName(delegate), reference, kind, end: state },
    employerId,
    at: app.clock.now(),
  })
}
