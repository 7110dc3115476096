import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Account, actorFor } from '../accounts.ts'
import { noteSignIn } from '../store/accounts.ts'
import { doorOf } from '../doors.ts'
import { noteSuccess, type Origin, type Trial } from '../locks.ts'
import { rememberDevice } from '../store/devices.ts'
import { openSession } from '../store/sessions.ts'

export interface Admission {
  readonly account: Account
  readonly trial: Trial
  readonly origin: Origin
  readonly browser: string
  /** How the second step was taken, when there was one. */
  readonly secondFactor?: 'code' | 'recovery_code' | 'passkey' | 'enrolled'
}

/** Everything asked for was given: a new session, never the identifier of an earlier one (quality AT33). */
export async function openFullSession(
  tx: Tx,
  app: AppContext,
  { account, trial, origin, browser, secondFactor }: Admission,
): Promise<string> {
  const now = app.clock.now()
  const token = await openSession(tx, {
    kind: account.kind,
    id: account.id,
    employerId: account.employerId,
    stage: 'full',
    now,
    browser,
  })
  await noteSignIn(tx, account, now)
  await noteSuccess(tx, trial)
  if (origin.device) await rememberDevice(tx, account.id, origin.device, now)
  await record(tx, actorFor(account), now, {
    action: 'session.opened',
    subject: { kind: account.kind, id: account.id },
    details: { door: doorOf(account), ...(secondFactor ? { secondFactor } : {}) },
  })
  return token
}
