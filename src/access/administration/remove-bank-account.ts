import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { closeBankAccount, endDebitMandate } from '../../employers/store/bank-accounts.ts'
import { lockEmployer } from '../../employers/store/employers.ts'
import { maskedRib } from '../../employers/rib.ts'
import { withdrawLetter } from '../../letters/withdraw-letter.ts'
import { loadAccounts, mayBeRemoved } from './read-accounts.ts'

/**
 * Removes an account that cannot be debited: mistyped, never signed for, refused, given up or frozen (product A3, E6). Its
 * mandate is given up with it, and it is proposed nowhere; the orders that name it keep it, and it may be added again.
 */
export async function removeBankAccount(
  app: AppContext,
  actor: DelegateActor,
  accountId: string,
): Promise<{ readonly account: string }> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const { accounts } = await loadAccounts(tx, employerId, todayIn(app.clock))
    const own = accounts.find(({ account }) => account.id === accountId)
    if (!own) return refuse('web.not_found')
    if (!mayBeRemoved(own)) return refuse('administration.account_in_use')
    const now = app.clock.now()
    const { mandate, rib } = own.account
    if (own.state === 'to_sign' && mandate?.letterId)
      await withdrawLetter(tx, actor, now, mandate.letterId)
    if (mandate) await endDebitMandate(tx, employerId, mandate.id, now)
    await closeBankAccount(tx, employerId, accountId)
    const account = maskedRib(rib)
    await record(tx, actor, now, {
      action: 'bank_account.removed',
      subject: { kind: 'bank_account', id: accountId },
      details: { account, reference: mandate?.reference ?? '' },
    })
    return { account }
  })
}
