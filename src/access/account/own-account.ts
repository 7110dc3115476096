import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { type Account, hasSecondFactor, ownScope } from '../accounts.ts'
import { mustHaveFactor } from '../must-have-factor.ts'
import { findAccount } from '../store/accounts.ts'
import { findPendingEmail, type PendingEmail } from '../store/pending-email.ts'
import { countRecoveryCodes } from '../store/recovery-codes.ts'
import { listAnswers } from '../store/secret-answers.ts'
import { asksSecretQuestions } from '../secret-questions.ts'
import { findPreviousSignIn, listOpenSessions, type OpenSession } from '../store/sessions.ts'

export interface OwnAccount {
  readonly account: Account
  /** The address that was asked for and is not confirmed. */
  readonly pendingEmail: PendingEmail | null
  readonly previousSignIn: Date | null
  readonly sessions: readonly OpenSession[]
  readonly codesLeft: number
  readonly mustKeepFactor: boolean
  /** The questions chosen; null where none are asked. */
  readonly questions: readonly string[] | null
}

/** What «Mon compte» shows to its owner (product U3, U4). */
export async function readOwnAccount(app: AppContext, actor: SignedInActor): Promise<OwnAccount> {
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await findAccount(tx, actor.kind, actor.id)
    if (!account) return refuse('web.not_found')
    const asks = asksSecretQuestions(account.service, app.config.secretQuestions)
    const answers = asks ? await listAnswers(tx, account.id) : []
    return {
      account,
      pendingEmail: await findPendingEmail(tx, {
        accountId: account.id,
        employerId: account.employerId,
        now: app.clock.now(),
      }),
      previousSignIn: await findPreviousSignIn(tx, actor),
      sessions: await listOpenSessions(tx, actor.id, app.clock.now()),
      codesLeft: hasSecondFactor(account) ? await countRecoveryCodes(tx, account.id) : 0,
      mustKeepFactor: await mustHaveFactor(tx, app, account),
      questions: asks ? answers.map(({ question }) => question) : null,
    }
  })
}
