import { previousQuarter } from '../../calendar/index.ts'
import { getParameters } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Declaration, findDeclaration, findSent } from '../store/declarations.ts'
import type { Workspace } from '../workspace.ts'
import { type ChangeCounts, type Compared, sinceQuarter, sinceSent } from './change.ts'
import { countChanges } from './store.ts'

/** What a check is compared with, and by how much it differs. */
export interface Comparison {
  readonly before: Declaration
  readonly counts: Partial<ChangeCounts>
}

/** What changed since the quarter before; nothing when none was declared here (product D6). */
export async function compareWithQuarter(
  tx: Tx,
  workspace: Workspace,
  employerId: string,
  declaration: Declaration,
): Promise<Comparison | null> {
  const before = await findBefore(tx, employerId, declaration)
  if (!before) return null
  const compared = await comparedWith(tx, workspace, declaration, before)
  return { before, counts: await countChanges(tx, employerId, compared, sinceQuarter) }
}

/** What a new version changes of the one that it corrects (product D8). */
export async function compareWithSent(
  tx: Tx,
  workspace: Workspace,
  employerId: string,
  declaration: Declaration,
): Promise<Comparison | null> {
  if (declaration.replaces === null) return null
  const before = await findDeclaration(tx, employerId, declaration.replaces)
  if (!before) return null
  const compared = await comparedWith(tx, workspace, declaration, before)
  return { before, counts: await countChanges(tx, employerId, compared, sinceSent) }
}

export async function findBefore(
  tx: Tx,
  employerId: string,
  { category, quarter }: Declaration,
): Promise<Declaration | undefined> {
  return findSent(tx, employerId, { category, quarter: previousQuarter(quarter) })
}

export async function comparedWith(
  tx: Tx,
  workspace: Workspace,
  now: Declaration,
  before: Declaration,
): Promise<Compared> {
  const { salary_variation_threshold: threshold } = await getParameters(
    tx,
    ['salary_variation_threshold'],
    workspace.today,
  )
  return { now: now.id, before: before.id, percent: Math.round(threshold / 100) }
}
