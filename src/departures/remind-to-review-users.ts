import { firstDay, quarterOf, startOfDay, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { reviewUsersMail } from './mails.ts'
import { listDelegatesToRemind } from './store.ts'

/**
 * At the start of each quarter, every delegate is reminded to confirm the list of users (product A12). Run twice, it
 * writes once: who was reminded since the quarter began, or has confirmed, is left alone.
 */
export async function remindToReviewUsers(
  app: Pick<AppContext, 'db' | 'clock'>,
): Promise<{ readonly reminded: number }> {
  const now = app.clock.now()
  const since = startOfDay(firstDay(quarterOf(todayIn(app.clock))))
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const delegates = await listDelegatesToRemind(tx, since, reviewUsersMail.name)
    for (const delegate of delegates) {
      await queueMail(tx, reviewUsersMail, {
        to: delegate.email,
        language: delegate.language,
        props: { employerName: delegate.employerName, users: delegate.people },
        employerId: delegate.employerId,
        at: now,
      })
    }
    return { reminded: delegates.length }
  })
}
