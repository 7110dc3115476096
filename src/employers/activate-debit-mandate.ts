import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { addDays, type Clock, todayIn } from '../calendar/index.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import type { Language } from '../web/words/language.ts'
import { debitMandateActiveMail } from './mails.ts'
import { maskedRib } from './rib.ts'
import { saveActivation } from './store/debit-mandates.ts'

/** What is needed of the accepted letter. */
interface AcceptedLetter {
  readonly id: string
  readonly employerId: string | null
  readonly language: Language
  readonly applicant: { readonly email: string }
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * The signed mandate was validated: the account may be debited after a waiting period, which leaves the company the
 * time to react to a mandate it did not want (product E6; parameter `debit_mandate_waiting_days`).
 */
export async function activateDebitMandate(
  tx: Tx,
  app: { readonly clock: Clock },
  letter: AcceptedLetter,
): Promise<void> {
  const { employerId } = letter
  const mandateId = String(letter.data['debitMandateId'])
  if (!employerId) throw new Error(`debit mandate letter ${letter.id} has no employer`)
  const today = todayIn(app.clock)
  const usableFrom = addDays(today, await getParameter(tx, 'debit_mandate_waiting_days', today))
  const rib = await saveActivation(tx, employerId, { mandateId, usableFrom })
  if (rib === undefined) return
  const now = app.clock.now()
  await record(tx, systemActor('letters'), now, {
    action: 'debit_mandate.activated',
    subject: { kind: 'debit_mandate', id: mandateId },
    employerId,
    details: { usableFrom },
  })
  await queueMail(tx, debitMandateActiveMail, {
    to: letter.applicant.email,
    language: letter.language,
    props: { account: maskedRib(rib), usableFrom },
    employerId,
    at: now,
  })
}
