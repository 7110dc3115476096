import { refuse } from '../../actors/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Claim, isOver, isOwnPension, ownPensions } from './claim.ts'
import { listClaimsOf, lockClaimsOf } from './store/other-claims.ts'

type Asked = Pick<Claim, 'employerId' | 'memberNumber' | 'kind'>

/** The points of somebody give one pension: none is begun while another is open, or once one was granted. */
export async function refuseSecondPension(tx: Tx, asked: Asked): Promise<void> {
  if (!isOwnPension(asked)) return
  const others = await listClaimsOf(tx, asked, ownPensions)
  const granted = others.find(({ state }) => state === 'granted')
  if (granted) refuse('claims.pension_granted', { reference: granted.reference })
  const open = others.find((other) => !isOver(other))
  if (open) refuse('claims.pension_open', { reference: open.reference })
}

/** The same when a pension is granted, under a lock on the person: two agents do not grant the same points at once. */
export async function refuseGrantedTwice(tx: Tx, claim: Claim): Promise<void> {
  if (!isOwnPension(claim)) return
  await lockClaimsOf(tx, claim)
  const others = await listClaimsOf(tx, claim, ownPensions)
  const granted = others.find(({ id, state }) => id !== claim.id && state === 'granted')
  if (granted) refuse('claims.granted_twice', { reference: granted.reference })
}
