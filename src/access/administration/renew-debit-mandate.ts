import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { endDebitMandate } from '../../employers/store/bank-accounts.ts'
import { getEmployer, lockEmployer } from '../../employers/store/employers.ts'
import { maskedRib, type Rib } from '../../employers/rib.ts'
import type { Language } from '../../web/words/language.ts'
import { getDelegate } from '../store/delegates.ts'
import { requestDebitMandate } from './add-bank-account.ts'
import { asksForAnother, loadAccounts } from './read-accounts.ts'

/** Draws up another mandate for an account whose own was refused, withdrawn, forgotten or frozen (product E6), or is of another kind (E7). */
export async function renewDebitMandate(
  app: AppContext,
  actor: DelegateActor,
  wanted: { readonly accountId: string; readonly language: Language },
): Promise<{ readonly reference: string }> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const { accounts } = await loadAccounts(tx, employerId, todayIn(app.clock))
    const own = accounts.find(({ account }) => account.id === wanted.accountId)
    if (!own) return refuse('web.not_found')
    const employer = await getEmployer(tx, employerId)
    if (!asksForAnother(own, employer)) return refuse('web.changed_meanwhile')
    const { account } = own
    const now = app.clock.now()
    if (account.mandate) await endDebitMandate(tx, employerId, account.mandate.id, now)
    const letter = await requestDebitMandate(tx, app, actor, {
      employer,
      delegate: await getDelegate(tx, employerId, actor.id),
      account: { ...account, rib: account.rib as Rib, language: wanted.language },
    })
    await record(tx, actor, now, {
      action: 'debit_mandate.requested',
      subject: { kind: 'bank_account', id: account.id },
      details: { account: maskedRib(account.rib), reference: letter.reference },
    })
    return letter
  })
}
