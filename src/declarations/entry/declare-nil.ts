import type { EmployedActor } from '../../actors/actor.ts'
import { isReason } from '../reason.ts'
import { refuse } from '../../actors/refusal.ts'
import { compareQuarters } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Membership } from '../../members/member.ts'
import type { Tx } from '../../platform/db/database.ts'
import { CheckRows } from '../check-rows.ts'
import { type Finding, finding } from '../checking/finding.ts'
import { giveReceipt } from '../give-receipt.ts'
import { restoreConfirmations } from '../store/lines.ts'
import { makeRoom } from '../make-room.ts'
import { listExpectedMembers } from '../prepared-file.ts'
import { saveBatches } from '../save-by-steps.ts'
import { findDeclaration, listDeclarations, lockPeriod } from '../store/declarations.ts'
import { getPeriod, type OpenPeriod, openWorkspace, type Workspace } from '../workspace.ts'
import { fullName } from './civil-data.ts'
import { periodOf, type PeriodText } from './load-sheet.ts'
import { insertNil } from './store/nil.ts'

export interface NilCommand {
  readonly period: PeriodText
  /** Why nobody was paid; empty when nobody was expected. */
  readonly reason: string
  readonly name: string
}

export type NilOutcome =
  | { readonly outcome: 'sent'; readonly declarationId: string }
  | { readonly outcome: 'reason_missing' }

/** «Aucun salaire ce trimestre»: sent at once, with a receipt and no line (product D1). */
export async function declareNil(
  app: AppContext,
  actor: EmployedActor,
  command: NilCommand,
): Promise<NilOutcome> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  return app.db.transaction(scope, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const period = getPeriod(workspace, command.period.category, command.period.quarter)
    await lockPeriod(tx, actor.employerId, periodOf(period))
    const sentBefore = await findOwnNil(tx, actor, period)
    if (sentBefore) return { outcome: 'sent', declarationId: sentBefore }
    const expected = await listExpectedMembers(tx, actor, period)
    if (expected.length > 0 && !isReason(command.reason)) return { outcome: 'reason_missing' }
    await makeRoom(tx, actor, period)
    const told = { workspace, period, expected, command }
    return { outcome: 'sent', declarationId: await send(tx, app, actor, told) }
  })
}

/** Sent twice, it is one declaration and one receipt. */
async function findOwnNil(
  tx: Tx,
  actor: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<string | undefined> {
  const same = await listDeclarations(tx, actor.employerId, [terms.category])
  return same.find(
    (one) =>
      one.state === 'sent' &&
      one.madeBy === 'nil' &&
      one.sentBy === actor.id &&
      compareQuarters(one.quarter, quarter) === 0,
  )?.id
}

interface Told {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  readonly expected: readonly Membership[]
  readonly command: NilCommand
}

async function send(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { workspace, period, expected, command }: Told,
): Promise<string> {
  const { employerId } = actor
  const { employerNumber } = workspace
  const at = app.clock.now()
  const about = { employerId, employerNumber, period: periodOf(period), profileId: actor.id, at }
  const declarationId = await insertNil(tx, { ...about, name: command.name })
  const owner = { declarationId, employerId }
  const missing = expected.map(missingFrom)
  const rows = new CheckRows(app.keyring)
  for (const one of missing) rows.finding(one)
  await saveBatches(tx, owner, [rows.take()])
  const by = { confirmed_reason: command.reason, confirmed_by: actor.id, confirmed_at: at }
  await restoreConfirmations(
    tx,
    owner,
    missing.map(({ line, code, value }) => ({ line, code, value, ...by })),
  )
  const declaration = await findDeclaration(tx, employerId, declarationId)
  await giveReceipt(tx, actor, {
    workspace,
    declaration: declaration ?? refuse('web.not_found'),
    at,
  })
  return declarationId
}

/** The same question as the engine's on a file that leaves somebody out (contribution-file.md, `member_missing`). */
function missingFrom(member: Membership): Finding {
  const place = { line: 0, column: 0, field: 'memberNumber' } as const
  const name = fullName(member)
  return finding(place, 'member_missing', { value: member.memberNumber, params: { name } })
}
