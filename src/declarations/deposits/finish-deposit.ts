import type { ProfileActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Measured } from '../../platform/files/open-file.ts'
import { arrive } from './arrive.ts'
import type { Deposit } from './deposit.ts'
import { ownDeposit, scopeOf } from './depositor.ts'
import { findDeposit, lockDeposit, saveDeposit } from './store/deposits.ts'

export interface Finished {
  readonly depositId: string
  readonly isOfCompany: boolean
  /** What the sender says the whole file's hash is; empty when it could not tell. */
  readonly sha256: string
}

/** The last part is there: the file is compared with what its sender says of it, kept, and will be checked. Twice is once. */
export async function finishDeposit(
  app: AppContext,
  actor: ProfileActor,
  finished: Finished,
): Promise<void> {
  const employerId = finished.isOfCompany ? actor.employerId : null
  const scope = scopeOf(actor, finished.isOfCompany)
  const found = await app.db.transaction(scope, (tx) =>
    findDeposit(tx, employerId, finished.depositId),
  )
  const deposit = ownDeposit(found, actor)
  if (deposit.state !== 'receiving') return
  const file = await app.files.parts.measure(deposit.id)
  if (!isWhole(deposit, file, finished.sha256)) return startAgain(app, actor, deposit)
  await app.files.keepCopy(app.files.parts.place(deposit.id), file.sha256)
  await app.db.transaction(scope, async (tx) => {
    const locked = await lockDeposit(tx, employerId, deposit.id)
    if (locked?.state !== 'receiving') return
    await arrive(tx, app, actor, { deposit: locked, file })
  })
  await app.files.parts.remove(deposit.id)
}

function isWhole({ size }: Deposit, file: Measured | undefined, sha256: string): file is Measured {
  return file?.size === size && (sha256 === '' || file.sha256.toString('hex') === sha256)
}

/** The file was changed while it was sent, or two were taken for one: nothing of it is kept, and it is sent anew. */
async function startAgain(app: AppContext, actor: ProfileActor, deposit: Deposit): Promise<void> {
  const isOfCompany = deposit.period !== null
  const mustStartAgain = await app.db.transaction(scopeOf(actor, isOfCompany), async (tx) => {
    const locked = await lockDeposit(tx, deposit.period?.employerId ?? null, deposit.id)
    // Another request has finished it meanwhile, and took its parts away.
    if (locked?.state !== 'receiving') return false
    await saveDeposit(tx, locked, { received_bytes: 0n })
    await app.files.parts.remove(deposit.id)
    return true
  })
  if (mustStartAgain) refuse('declarations.file_changed')
}
