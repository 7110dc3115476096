import type { ProfileActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Deposit } from '../deposits/deposit.ts'
import { ownDeposit } from '../deposits/depositor.ts'
import { findDeposit } from '../deposits/store/deposits.ts'
import {
  type FirmFile,
  type LeftPart,
  listFirmFiles,
  listLeftParts,
  listTakenParts,
  type TakenPart,
} from './store/parts.ts'

export interface FirmFileView {
  readonly deposit: Deposit
  readonly taken: readonly TakenPart[]
  readonly left: readonly LeftPart[]
}

/** A firm's file, and what became of each part: its own person's only. */
export async function viewFirmFile(
  app: AppContext,
  actor: ProfileActor,
  id: string,
): Promise<FirmFileView> {
  return app.db.transaction({ as: 'firm', profileId: actor.id }, async (tx) => ({
    deposit: ownDeposit(await findDeposit(tx, null, id), actor),
    taken: await listTakenParts(tx, id),
    left: await listLeftParts(tx, id),
  }))
}

const filesShown = 10

export async function listFiles(app: AppContext, actor: ProfileActor): Promise<FirmFile[]> {
  return app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listFirmFiles(tx, actor.id, filesShown),
  )
}

/** Declarations that a file has led to: what «send what is ready» is narrowed to. */
export async function listDeclarationsOf(
  app: AppContext,
  actor: ProfileActor,
  depositId: string,
): Promise<ReadonlySet<string>> {
  const { taken } = await viewFirmFile(app, actor, depositId)
  return new Set(taken.map((part) => part.declarationId))
}
