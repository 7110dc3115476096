import type { KeyActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { refuse } from '../actors/refusal.ts'
import { type Obstacle, obstacleTo } from '../declarations/declaration.ts'
import type { Cause } from '../declarations/desk/cause.ts'
import { listFindingsAfter } from '../declarations/desk/store/all-findings.ts'
import { listCauses } from '../declarations/desk/store/causes.ts'
import type { FindingRow } from '../declarations/desk/store/finding-row.ts'
import type { Deposit, DepositPeriod } from '../declarations/deposits/deposit.ts'
import { findDeposit, findFile } from '../declarations/deposits/store/deposits.ts'
import { readInHand } from '../declarations/read-in-hand.ts'
import { type Declaration, findDeclaration } from '../declarations/store/declarations.ts'
import { countReading } from '../members/count-reading.ts'
import { isRowId } from '../platform/db/row-id.ts'

/** Where a page of findings begins: after one of them, in the order of the file. */
export type FindingPlace = Pick<FindingRow, 'line' | 'column' | 'id'>

export interface Submission {
  readonly deposit: Deposit & { readonly period: DepositPeriod }
  readonly sha256: Buffer | null
  /** What it has led to; nothing while it is being checked, or when it was not taken. */
  readonly check: {
    readonly declaration: Declaration
    readonly causes: readonly Cause[]
    readonly obstacle: Obstacle
  } | null
  readonly findings: readonly FindingRow[]
  readonly next: FindingPlace | null
}

interface Wanted {
  readonly after: FindingPlace | null
  readonly limit: number
}

/** A file that was sent, with what was found in it; each finding shown tells of somebody, and is counted (quality AT59). */
export function readSubmission(
  app: AppContext,
  actor: KeyActor,
  id: string,
  { after, limit }: Wanted,
): Promise<Submission> {
  const { employerId } = actor
  return readInHand(app, actor, async (tx, { terms }) => {
    const deposit = isRowId(id) ? await findDeposit(tx, employerId, id) : undefined
    const period = deposit?.period
    if (!period || !terms.some(({ category }) => category === period.category))
      return refuse('web.not_found')
    const { fileId, state, declarationId } = deposit
    const sha256 = fileId === null ? null : (await findFile(tx, fileId)).sha256
    const empty = { deposit: { ...deposit, period }, sha256, check: null, findings: [], next: null }
    if (state !== 'checked' || declarationId === null) return empty
    const declaration = await findDeclaration(tx, employerId, declarationId)
    if (!declaration) return empty
    const owner = { declarationId, employerId }
    const causes = await listCauses(tx, owner)
    const read = await listFindingsAfter(tx, owner, after, limit + 1)
    const findings = read.slice(0, limit)
    await countReading(tx, actor, findings.length, app.clock.now())
    return {
      ...empty,
      check: { declaration, causes, obstacle: obstacleTo(declaration, causes) },
      findings,
      next: read.length > limit ? (findings.at(-1) ?? null) : null,
    }
  })
}
