import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { addDays, type Clock, type LocalDate, todayIn } from '../calendar/index.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import type { Language } from '../web/words/language.ts'
import { debitMandateActiveMail } from './mails.ts'
import { maskedRib } from './rib.ts'

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
  const rib = await activate(tx, { employerId, mandateId, usableFrom })
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

interface Activation {
  readonly employerId: string
  readonly mandateId: string
  readonly usableFrom: LocalDate
}

/** Nothing when the mandate is already active or was withdrawn: the letter may be applied twice. */
async function activate(tx: Tx, wanted: Activation): Promise<string | undefined> {
  const row = await tx
    .updateTable('debit_mandates')
    .set({ state: 'active', usable_from: wanted.usableFrom })
    .where('id', '=', wanted.mandateId)
    .where('employer_id', '=', wanted.employerId)
    .where('state', '=', 'requested')
    .returning('bank_account_id')
    .executeTakeFirst()
  if (!row) return undefined
  const account = await tx
    .selectFrom('bank_accounts')
    .select('rib')
    .where('id', '=', row.bank_account_id)
    .where('employer_id', '=', wanted.employerId)
    .executeTakeFirstOrThrow()
  return account.rib
}
