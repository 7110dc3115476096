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
  readonly pieces: readonly Uint8Array[]
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
  { depositId, isOfCompany, from, pieces }: Part,
): Promise<Progress> {
  const added = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return app.db.transaction(scopeOf(actor, isOfCompany), async (tx) => {
    const employerId = isOfCompany ? actor.employerId : null
    const deposit = ownDeposit(await lockDeposit(tx, employerId, depositId), actor)
    const { state, size } = deposit
    const isNext = state === 'receiving' && follows(deposit, { from, size: added })
    if (!isNext) return { state, size, received: deposit.received }
    const isThere = await app.files.parts.append(deposit.id, from, pieces)
    // What was there is not there any more: the file is sent again.
    const received = isThere ? from + added : 0
    await saveDeposit(tx, deposit, {
      received_bytes: BigInt(received),
      seen_at: app.clock.now(),
    })
    return { state, size, received }
  })
}
