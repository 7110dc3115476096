import type { Tx } from '../platform/db/database.ts'
import type { Entry, Fact } from './entry.ts'
import { isPosted, loadBooks, lockLedger } from './store/load-books.ts'
import { writeEntry } from './store/write-entry.ts'
import { tell } from './tell.ts'

/**
 * Tells the ledger a fact in the caller's transaction, and writes everything that follows from it. The same fact told
 * twice is written once. Whoever tells takes turns with the others of that employer until the transaction ends.
 */
export async function tellLedger(tx: Tx, employerId: string, fact: Fact): Promise<Entry[]> {
  await lockLedger(tx, employerId)
  if (await isPosted(tx, employerId, fact)) return []
  const written = tell(await loadBooks(tx, employerId, fact), fact)
  for (const entry of written) await writeEntry(tx, employerId, entry)
  return written
}
