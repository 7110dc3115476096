import { dueAt } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { allowedMs, type Letter } from './letter.ts'
import type { ReceivedProof } from './keep-proof.ts'
import { letterReceivedMail } from './mails.ts'

/**
 * The applicant hears that the signed form arrived, who acts now and by when (product P4, P5): the same words whether
 * it was uploaded, posted or brought to the counter.
 */
export async function tellReceived(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  by: ReceivedProof['by'],
): Promise<void> {
  const due = dueAt(letter.clock, allowedMs, await listHolidays(tx))
  await queueMail(tx, letterReceivedMail, {
    to: letter.applicant.email,
    language: letter.language,
    props: {
      reference: letter.reference,
      kind: letter.kind,
      employerNumber: letter.employerNumber,
      by,
      dueAt: due?.toISOString() ?? null,
    },
    employerId: letter.employerId,
    at: app.clock.now(),
  })
}
