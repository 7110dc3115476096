import { randomUUID } from 'node:crypto'
import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import {
  findBankName,
  insertBankAccount,
  insertDebitMandate,
} from '../../employers/store/bank-accounts.ts'
import type { Employer } from '../../employers/employer.ts'
import { getEmployer, lockEmployer } from '../../employers/store/employers.ts'
import { maskedRib, type Rib } from '../../employers/rib.ts'
import { drawUpLetter } from '../../letters/draw-up-letter.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { Delegate } from '../delegates.ts'
import { getDelegate } from '../store/delegates.ts'
import { debitMandateSections, mandateKindOf } from './letter-sections.ts'

export interface NewAccount {
  readonly rib: Rib
  readonly holder: string
  readonly language: Language
}

/**
 * Adds a bank account and draws up the debit mandate to be signed and stamped: nothing is debited before an agent has
 * validated it and the waiting period is over (product A3, E6). The fund’s own account is nobody’s to be debited.
 */
export async function addBankAccount(
  app: AppContext,
  actor: DelegateActor,
  account: NewAccount,
): Promise<{ readonly id: string; readonly reference: string }> {
  const { employerId } = actor
  if (account.rib === app.config.creditorRib) return refuse('administration.fund_account')
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const employer = await getEmployer(tx, employerId)
    const bankName = await findBankName(tx, account.rib)
    const addedAt = app.clock.now()
    const added = { ...account, id: randomUUID(), employerId, bankName, addedAt }
    const id = await insertBankAccount(tx, added)
    const delegate = await getDelegate(tx, employerId, actor.id)
    const letter = await requestDebitMandate(tx, app, actor, {
      employer,
      delegate,
      account: { ...account, id, bankName },
    })
    await record(tx, actor, addedAt, {
      action: 'bank_account.added',
      subject: { kind: 'bank_account', id },
      details: { account: maskedRib(account.rib), reference: letter.reference },
    })
    return { id, reference: letter.reference }
  })
}

interface MandateRequest {
  readonly employer: Employer
  readonly delegate: Delegate
  readonly account: NewAccount & { readonly id: string; readonly bankName: string }
}

/** The mandate to sign for an account, as a coded letter; the account may be debited under no other. */
export async function requestDebitMandate(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { employer, delegate, account }: MandateRequest,
): Promise<{ readonly reference: string }> {
  if (employer.state !== 'active') return refuse('web.not_allowed')
  const mandateId = randomUUID()
  const now = app.clock.now()
  const letter = await drawUpLetter(tx, actor, now, {
    kind: 'debit_mandate',
    employerNumber: employer.number,
    employerId: employer.id,
    language: account.language,
    applicant: { name: actor.name, email: delegate.email },
    sections: debitMandateSections(employer, account),
    data: { debitMandateId: mandateId },
    agentsRequired: 1,
    replacesDelegate: false,
  })
  await insertDebitMandate(tx, {
    id: mandateId,
    employerId: employer.id,
    bankAccountId: account.id,
    reference: letter.reference,
    kind: mandateKindOf(employer),
    letterId: letter.id,
    requestedAt: now,
  })
  return letter
}
