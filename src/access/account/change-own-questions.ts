import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { fullName, ownScope } from '../accounts.ts'
import { lockAccount } from '../store/accounts.ts'
import { questionsChangedMail } from '../password-mails.ts'
import { hashAnswers } from '../secret-answers.ts'
import { saveAnswers } from '../store/secret-answers.ts'
import { asksSecretQuestions, type ChosenAnswer } from '../secret-questions.ts'

/** Other secret questions for oneself, once the password was confirmed (product U3). */
export async function changeOwnQuestions(
  app: AppContext,
  actor: SignedInActor,
  answers: readonly ChosenAnswer[],
): Promise<void> {
  const hashed = await hashAnswers(app, answers)
  await app.db.transaction(ownScope(actor), async (tx) => {
    const account = await lockAccount(tx, actor.kind, actor.id)
    if (!account || !asksSecretQuestions(account.service, app.config.secretQuestions))
      return refuse('web.not_found')
    await saveAnswers(tx, account.id, hashed)
    await queueMail(tx, questionsChangedMail, {
      to: account.email,
      language: account.language,
      props: { name: fullName(account), fundEmail: app.config.fund.agencyEmail },
      employerId: account.employerId,
      at: app.clock.now(),
    })
    await record(tx, actor, app.clock.now(), {
      action: 'account.questions_changed',
      subject: { kind: account.kind, id: account.id },
    })
  })
}
