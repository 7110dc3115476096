import { record } from '../../audit/record.ts'
import { systemActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { aboutDeposit } from './depositor.ts'
import { listAbandoned, listStillReceiving, lockDeposit, saveDeposit } from './store/deposits.ts'

const clockwork = systemActor('forget-deposits')

/** Gives up the files of which nothing came for a day, and removes the parts that nobody waits for (a job, once a night). */
export async function forgetDeposits(app: AppContext): Promise<void> {
  const now = app.clock.now()
  await app.db.transaction({ as: 'system' }, async (tx) => {
    for (const { id, period } of await listAbandoned(tx, now)) {
      const deposit = await lockDeposit(tx, period?.employerId ?? null, id)
      if (deposit?.state !== 'receiving') continue
      await saveDeposit(tx, deposit, { state: 'cancelled', finished_at: now })
      await record(tx, clockwork, now, aboutDeposit(deposit, 'deposit.given_up'))
    }
  })
  const parts = await app.files.parts.list()
  const needed = await app.db.transaction({ as: 'system' }, (tx) => listStillReceiving(tx, parts))
  for (const name of parts) if (!needed.has(name)) await app.files.parts.remove(name)
}
