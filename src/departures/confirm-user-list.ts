import { isServing } from '../access/administration/user.ts'
import { listUsers } from '../access/administration/store/users.ts'
import type { DelegateActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { saveListConfirmed } from './store.ts'

/** The delegate has read who has access to what, and says that all of them still work there (product A12). */
export async function confirmUserList(app: AppContext, actor: DelegateActor): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const now = app.clock.now()
    const users = await listUsers(tx, employerId)
    await saveListConfirmed(tx, employerId, actor.id, now)
    await record(tx, actor, now, {
      action: 'users.confirmed',
      subject: { kind: 'employer', id: employerId },
      details: { count: users.filter(({ user }) => isServing(user)).length },
    })
  })
}
