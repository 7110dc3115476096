import { refuse } from '../actors/refusal.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Import } from './import.ts'
import { isSamePerson } from './store/imports.ts'

/**
 * A file that changes what the fund already has (a rate, a company struck off, who a member is) is applied by another person
 * than the one who sent it; one that only adds may be applied by its sender (product G5; quality AT67).
 */
export async function waitsForAnother(
  tx: Tx,
  found: Pick<Import, 'changedLines' | 'uploadedBy'>,
  agentId: string | null,
): Promise<boolean> {
  if (found.changedLines === 0 || !found.uploadedBy || agentId === null) return false
  return isSamePerson(tx, found.uploadedBy.id, agentId)
}

export async function refuseOwnChanges(
  tx: Tx,
  found: Pick<Import, 'changedLines' | 'uploadedBy'>,
  agentId: string | null,
): Promise<void> {
  if (await waitsForAnother(tx, found, agentId)) refuse('imports.own_changes')
}
