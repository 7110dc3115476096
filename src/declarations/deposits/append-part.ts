import type { ProfileActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { type Deposit, follows } from './deposit.ts'
import { ownDeposit, scopeOf } from './depositor.ts'
import { lockDeposit, saveDeposit } from './store/deposits.ts'

export interface Part {
  readonly depositId: string
  readonly isOfCompany: boolean
  /** How many bytes come before it. */
  readonly from: number
  readonly bytes: Uint8Array
}

/** How much is there now: what a sender goes on from, whether its part was taken or not. */
export type Progress = Pick<Deposit, 'state' | 'received' | 'size'>

/**
 * Takes the part that follows what is already there, through to the disk before it is counted. A part that comes twice,
 * or from somewhere else, changes nothing: the answer says where to go on.
 */
export async function appendPart(
  app: AppContext,
  actor: ProfileActor,
  { depositId, isOfCompany, from, bytes }: Part,
): Promise<Progress> {
  return app.db.transaction(scopeOf(actor, isOfCompany), async (tx) => {
    const employerId = isOfCompany ? actor.employerId : null
    const deposit = ownDeposit(await lockDeposit(tx, employerId, depositId), actor)
    const { state, size } = deposit
    const isNext = state === 'receiving' && follows(deposit, { from, size: bytes.length })
    if (!isNext) return { state, size, received: deposit.received }
    const isThere = await app.files.parts.append(deposit.id, from, bytes)
    // What was there is not there any more: the file is sent again.
    const received = isThere ? from + bytes.length : 0
    await saveDeposit(tx, deposit, {
      received_bytes: BigInt(received),
      seen_at: app.clock.now(),
    })
    return { state, size, received }
  })
}
