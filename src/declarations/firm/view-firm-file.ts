import { setTimeout as wait } from 'node:timers/promises'
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

const patienceMs = 6_000

/** A file of the ordinary size is checked in the time of a page; after that, the page says that it goes on. */
export async function waitForFirmFile(
  app: AppContext,
  actor: ProfileActor,
  id: string,
): Promise<void> {
  const began = performance.now()
  for (let look = 30; performance.now() - began < patienceMs; look = Math.min(250, look * 1.5)) {
    const { deposit } = await viewFirmFile(app, actor, id)
    if (deposit.state !== 'received') return
    await wait(look)
  }
}
