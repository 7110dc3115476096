import { verifyDocuments } from './verify/documents.ts'
import { verifySums } from './verify/sums.ts'
import { verifyTrail } from './verify/trail.ts'

export interface ExportVerdict {
  readonly files: number
  readonly events: number
  readonly documents: number
  /** Of this archive: the same as in the trail of the company, or the whole of it was written again. */
  readonly fingerprint: string
  /** In sentences, for who verifies. */
  readonly faults: readonly string[]
}

/**
 * Proves an unpacked archive: every file against the list, each document against what the portal said of it when it came,
 * and the trail against its chain, as it can be read and not only as it was hashed. Only the fingerprint, known from
 * elsewhere, proves that nobody wrote all of it again.
 */
export async function verifyExport(
  folder: string,
  known: { readonly fingerprint?: string } = {},
): Promise<ExportVerdict> {
  const list = await verifySums(folder)
  const trail = await verifyTrail(folder)
  const papers = await verifyDocuments(folder, list.sums)
  const isOther = known.fingerprint !== undefined && known.fingerprint !== list.fingerprint
  return {
    files: list.sums.size,
    events: trail.events,
    documents: papers.documents,
    fingerprint: list.fingerprint,
    faults: [
      ...(isOther ? [`the fingerprint is ${list.fingerprint}: it is another archive`] : []),
      ...list.faults,
      ...trail.faults,
      ...papers.faults,
    ],
  }
}
