import { isServing } from '../access/administration/user.ts'
import { listLeavers } from '../access/administration/store/leavers.ts'
import { listUsers } from '../access/administration/store/users.ts'
import type { DelegateActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { listMark } from './list-mark.ts'
import { saveListConfirmed } from './store.ts'

/** The delegate has read who has access to what, and says that all of them still work there (product A12). */
export async function confirmUserList(
  app: AppContext,
  actor: DelegateActor,
  shown: string,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const now = app.clock.now()
    const users = (await listUsers(tx, employerId)).map(({ user }) => user)
    const leftOn = await listLeavers(tx, employerId)
    if (listMark(users, leftOn) !== shown) refuse('web.changed_meanwhile')
    await saveListConfirmed(tx, employerId, actor.id, now)
    await record(tx, actor, now, {
      action: 'users.confirmed',
      subject: { kind: 'employer', id: employerId },
      details: { count: users.filter(isServing).length, gone: leftOn.size },
    })
  })
}
