import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import { claimFrom, selectClaims } from './claim-row.ts'

const referenceForm = /^LQ-?(\d{6})-?(\d{6})$/i

/** A claim by the number printed on it, open or decided; a draft is the company's alone (product G6). */
export async function findSentByReference(tx: Tx, words: string): Promise<Claim[]> {
  const [, company, sequence] = referenceForm.exec(words.replace(/\s/g, '')) ?? []
  if (!company || !sequence) return []
  const rows = await selectClaims(tx)
    .where('reference', '=', `LQ-${company}-${sequence}`)
    .where('sent_at', 'is not', null)
    .execute()
  return rows.map(claimFrom)
}

/** The claims that a company has sent, the newest first. */
export async function listSentOf(tx: Tx, employerId: string, limit: number): Promise<Claim[]> {
  const rows = await selectClaims(tx)
    .where('employer_id', '=', employerId)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(claimFrom)
}
