import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { findDeclaration } from '../store/declarations.ts'
import { getPeriod, openWorkspace } from '../workspace.ts'
import { type Deposit, type DepositPeriod, mostBytes, obstacleToDeposit } from './deposit.ts'
import { aboutDeposit, type Depositor, employed, scopeOf } from './depositor.ts'
import {
  countUsage,
  insertDeposit,
  lockDepositor,
  type NewDeposit,
  saveDeposit,
} from './store/deposits.ts'
import { findSameUnderWay } from './store/same-deposits.ts'

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
  actor: Depositor,
  command: DepositCommand,
): Promise<Deposit> {
  await refuseWithoutRoom(app, command)
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

/** The same question with nothing begun: for who sends a file in one request, and is refused before it is read. */
export async function mustBeAllowed(
  app: AppContext,
  actor: Depositor,
  command: DepositCommand,
): Promise<void> {
  await refuseWithoutRoom(app, command)
  await app.db.transaction(scopeOf(actor, command.period !== null), async (tx) => {
    const period = command.period && (await periodFor(tx, app, actor, command.period))
    const usage = await countUsage(tx, { profileId: actor.id, period, at: app.clock.now() })
    refuseTooMuch(usage, command.size)
  })
}

async function refuseWithoutRoom(app: AppContext, { size }: DepositCommand): Promise<void> {
  if (await app.files.hasRoom(size)) return
  app.log.error({ bytes: size }, 'no file can be kept: no room, or not writable')
  refuse('web.no_room')
}

async function periodFor(
  tx: Tx,
  app: AppContext,
  actor: Depositor,
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
