import type { CompanyActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Deposit } from './deposit.ts'
import { aboutDeposit } from './depositor.ts'
import { lockDeposit, saveDeposit } from './store/deposits.ts'

/** The deposit, held until it is checked; nothing when another check was faster. */
export async function holdDeposit(
  tx: Tx,
  employerId: string,
  depositId: string,
): Promise<Deposit | undefined> {
  const deposit = await lockDeposit(tx, employerId, depositId)
  return deposit?.state === 'received' ? deposit : undefined
}

export interface Outcome {
  readonly actor: CompanyActor
  readonly deposit: Deposit
  readonly declarationId: string
  /** Not when the same file was being worked on already. */
  readonly isNew: boolean
  readonly at: Date
}

/** What it has led to. */
export async function saveOutcome(
  tx: Tx,
  { actor, deposit, declarationId, isNew, at }: Outcome,
): Promise<void> {
  await saveDeposit(tx, deposit, {
    state: 'checked',
    declaration_id: declarationId,
    finished_at: at,
  })
  if (!isNew) await record(tx, actor, at, aboutDeposit(deposit, 'deposit.same_file'))
}
