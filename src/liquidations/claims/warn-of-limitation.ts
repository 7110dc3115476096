import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { formatDate, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Claim } from './claim.ts'
import { isNear, limitationOf } from './limitation.ts'
import { tellClaimUsers } from './mails.ts'
import { lockClaim } from './store/claims.ts'
import { listUnwarned, markLimitationTold } from './store/limitation.ts'

const together = 50
const clockwork = systemActor('warn-of-limitation')

/**
 * Who prepares a claim is warned once, a year before its rights lapse (law 64-12, article 62; product L6): as soon as somebody is
 * there to be warned, and again for another date.
 */
export async function warnOfLimitation(app: Pick<AppContext, 'db' | 'clock'>): Promise<number> {
  let warned = 0
  let after: string | null = null
  for (;;) {
    const claims: Claim[] = await app.db.transaction({ as: 'system' }, (tx) =>
      listUnwarned(tx, after, together),
    )
    for (const claim of claims)
      if (await app.db.transaction({ as: 'system' }, (tx) => warn(tx, app, claim))) warned += 1
    const last = claims.at(-1)
    if (!last || claims.length < together) return warned
    after = last.id
  }
}

async function warn(tx: Tx, app: Pick<AppContext, 'clock'>, shown: Claim): Promise<boolean> {
  const claim = await lockClaim(tx, shown.employerId, shown.id)
  if (!claim) return false
  const today = todayIn(app.clock)
  const limit = await limitationOf(tx, claim, today)
  if (!limit || !isNear(limit, today)) return false
  const at = app.clock.now()
  if ((await tellClaimUsers(tx, claim, 'limitation', at)) === 0) return false
  await markLimitationTold(tx, claim, at)
  await record(tx, clockwork, at, {
    action: 'claim.limitation_told',
    subject: { kind: 'claim', id: claim.id },
    employerId: claim.employerId,
    details: { reference: claim.reference, on: formatDate(limit) },
  })
  return true
}
