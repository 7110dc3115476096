import { refuse } from '../../actors/refusal.ts'
import { formatShortDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Claim, isOwnPension } from './claim.ts'
import { listStatedDeaths } from './store/other-claims.ts'

type Asked = Pick<Claim, 'employerId' | 'memberNumber' | 'kind'>

/** The dead ask for nothing: no pension of their own is begun or sent once those who survive them have stated the death. */
export async function refuseAfterDeath(tx: Tx, asked: Asked): Promise<void> {
  if (!isOwnPension(asked)) return
  const [death] = await listStatedDeaths(tx, asked)
  if (!death) return
  const { reference, diedOn } = death
  refuse('claims.member_died', { reference, day: formatShortDate(diedOn) })
}
