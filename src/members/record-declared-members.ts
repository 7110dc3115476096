import type { Tx } from '../platform/db/database.ts'
import {
  addNumbered,
  addProvisional,
  type DeclaredMembers,
  lockMembers,
  noteComings,
  replaceCareers,
} from './store/declared-members.ts'

/**
 * What a sent declaration says of the company's people: who joined, who left (code 7), who is new, and the quarter of each
 * career. A new version takes the place of the one before. Somebody without a number gets one at once, provisional until an
 * agent confirms it (decision «Zero matricule»). A few statements, whatever the number of lines.
 */
export async function recordDeclaredMembers(tx: Tx, declared: DeclaredMembers): Promise<void> {
  await lockMembers(tx, declared.employerId)
  await addNumbered(tx, declared)
  await addProvisional(tx, declared)
  await noteComings(tx, declared)
  await replaceCareers(tx, declared)
}
