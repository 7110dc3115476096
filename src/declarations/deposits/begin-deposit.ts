import type { ProfileActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { findDeclaration } from '../store.ts'
import { getPeriod, openWorkspace } from '../workspace.ts'
import { type Deposit, type DepositPeriod, mostBytes, obstacleToDeposit } from './deposit.ts'
import { aboutDeposit, employed, scopeOf } from './depositor.ts'
import {
  countUsage,
  findSameUnderWay,
  insertDeposit,
  lockDepositor,
  type NewDeposit,
  saveDeposit,
} from './store.ts'

export interface DepositCommand {
  /** Nothing for a firm's file of several companies. */
  readonly period: { readonly category: string; readonly quarter: string } | null
  readonly name: string
  readonly size: number
  /** What the browser says of the file besides: the same one goes on where it stopped. */
  readonly mark: string
  /** The check that the page showed, which this file may replace. */
  readonly insteadOf: string
}

/**
 * A file begins to arrive: it is known from its first byte, so that it outlives the tab that sends it. The same file
 * sent again by the same person is the same deposit, and goes on where it stopped.
 */
export async function beginDeposit(
  app: AppContext,
  actor: ProfileActor,
  command: DepositCommand,
): Promise<Deposit> {
  if (!(await app.files.hasRoom(command.size))) {
    app.log.error({ bytes: command.size }, 'no file can be kept: no room, or not writable')
    return refuse('web.no_room')
  }
  return app.db.transaction(scopeOf(actor, command.period !== null), async (tx) => {
    const now = app.clock.now()
    const period = command.period && (await periodFor(tx, app, actor, command.period))
    const one: NewDeposit = {
      ...command,
      profileId: actor.id,
      fileName: command.name,
      period,
      insteadOf: await shownCheck(tx, period, command.insteadOf),
      at: now,
    }
    await lockDepositor(tx, one)
    const same = await findSameUnderWay(tx, one)
    if (same) {
      await saveDeposit(tx, same, { seen_at: now, instead_of: one.insteadOf })
      return same
    }
    refuseTooMuch(await countUsage(tx, one), command.size)
    const deposit = await insertDeposit(tx, one)
    await record(tx, actor, now, aboutDeposit(deposit, 'deposit.begun', { size: command.size }))
    return deposit
  })
}

async function periodFor(
  tx: Tx,
  app: AppContext,
  actor: ProfileActor,
  { category, quarter }: { readonly category: string; readonly quarter: string },
): Promise<DepositPeriod> {
  const by = employed(actor)
  const period = getPeriod(await openWorkspace(tx, app, by), category, quarter)
  return { employerId: by.employerId, category, quarter: period.quarter }
}

async function shownCheck(tx: Tx, period: DepositPeriod | null, id: string) {
  if (!period || !isRowId(id)) return null
  return (await findDeclaration(tx, period.employerId, id))?.id ?? null
}

function refuseTooMuch(usage: Parameters<typeof obstacleToDeposit>[0], size: number): void {
  const obstacle = obstacleToDeposit(usage, size)
  if (obstacle) refuse(obstacle, { megabytes: String(mostBytes / 1_048_576) })
}
