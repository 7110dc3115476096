import { setTimeout as wait } from 'node:timers/promises'
import type { AppContext } from '../../context.ts'
import { type Depositor, scopeOf } from './depositor.ts'
import type { Finished } from './finish-deposit.ts'
import { isReceived } from './store/deposits.ts'

/** A file of the ordinary size is checked in the time of a page; after that, the page says that it goes on. */
const patienceMs = 6_000
const firstLookMs = 30
/** A look reads one column, so that nobody waits long for what is over. */
const slowestLookMs = 60

/** Waits for the check of a file that has come, as long as a page may. */
export async function waitForCheck(
  app: AppContext,
  actor: Depositor,
  { depositId, isOfCompany }: Pick<Finished, 'depositId' | 'isOfCompany'>,
): Promise<void> {
  const scope = scopeOf(actor, isOfCompany)
  const employerId = isOfCompany ? actor.employerId : null
  const began = performance.now()
  for (let look = firstLookMs; ; look = Math.min(slowestLookMs, look * 1.25)) {
    const goesOn = await app.db.transaction(scope, (tx) => isReceived(tx, employerId, depositId))
    if (!goesOn || performance.now() - began > patienceMs) return
    await wait(look)
  }
}
