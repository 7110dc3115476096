import type { Tx } from '../../platform/db/database.ts'
import type { Fault, FaultKind } from '../fault.ts'

interface FaultRow {
  kind: FaultKind
  employer_id: string | null
  subject: string
  expected: string
  found: string
}

const most = 500

/** What queries find that does not agree, each by its name. */
export async function compare(
  tx: Tx,
  comparisons: Readonly<Record<string, string>>,
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [name, text] of Object.entries(comparisons)) {
    const rows = await tx.named<FaultRow>(`reconcile.${name}`, `${text} limit ${most}`)
    faults.push(...rows.map(({ employer_id, ...row }) => ({ ...row, employerId: employer_id })))
  }
  return faults
}
