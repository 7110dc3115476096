import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import type { DocumentReview, Page } from '../documents.ts'

type Of = Pick<Claim, 'id' | 'employerId'>

/** Every page of a claim, those taken out included, in their order. */
export async function listPages(tx: Tx, { id, employerId }: Of): Promise<Page[]> {
  const rows = await tx
    .selectFrom('claim_documents as page')
    .innerJoin('files as file', 'file.id', 'page.file_id')
    .select(['page.id', 'page.code', 'page.number', 'page.sha256', 'page.added_at'])
    .select(['page.removed_at', 'file.name', 'file.media_type', 'file.size', 'file.check_state'])
    .where('page.employer_id', '=', employerId)
    .where('page.claim_id', '=', id)
    .orderBy('page.number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    number: row.number,
    fileName: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    addedAt: row.added_at,
    removedAt: row.removed_at,
    check: row.check_state,
  }))
}

export async function listReviews(tx: Tx, { id, employerId }: Of): Promise<DocumentReview[]> {
  const rows = await tx
    .selectFrom('claim_document_reviews as review')
    // A company sees no agent: for it, the agency speaks.
    .leftJoin('agents as agent', 'agent.id', 'review.agent_id')
    .select(['review.code', 'review.seen_number', 'review.verdict', 'review.reason'])
    .select(['review.reviewed_at', 'agent.first_name', 'agent.last_name'])
    .where('review.employer_id', '=', employerId)
    .where('review.claim_id', '=', id)
    .orderBy('review.reviewed_at')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    seenNumber: row.seen_number,
    verdict: row.verdict,
    reason: row.reason,
    agentName: [row.first_name, row.last_name].filter(Boolean).join(' '),
    at: row.reviewed_at,
  }))
}

export interface NewPage {
  readonly id: string
  readonly code: string
  readonly number: number
  readonly fileId: string
  readonly sha256: Buffer
  readonly addedBy: string
  readonly addedAt: Date
}

/** The claim is locked by the caller, so its pages are numbered without a gap. */
export async function insertPage(tx: Tx, claim: Of, page: NewPage): Promise<void> {
  await tx
    .insertInto('claim_documents')
    .values({
      id: page.id,
      claim_id: claim.id,
      employer_id: claim.employerId,
      code: page.code,
      number: page.number,
      file_id: page.fileId,
      sha256: page.sha256,
      added_by: page.addedBy,
      added_at: page.addedAt,
      removed_at: null,
    })
    .execute()
}

export async function markRemoved(tx: Tx, claim: Of, pageId: string, at: Date): Promise<void> {
  await tx
    .updateTable('claim_documents')
    .set({ removed_at: at })
    .where('employer_id', '=', claim.employerId)
    .where('claim_id', '=', claim.id)
    .where('id', '=', pageId)
    .where('removed_at', 'is', null)
    .execute()
}

/** Whose page a file is. */
export function findPageOfFile(tx: Tx, fileId: string) {
  return tx
    .selectFrom('claim_documents')
    .select(['id', 'claim_id as claimId', 'employer_id as employerId', 'code', 'number'])
    .where('file_id', '=', fileId)
    .executeTakeFirst()
}

export interface NewReview {
  readonly code: string
  readonly seenNumber: number
  readonly verdict: 'accepted' | 'refused'
  readonly reason: string
  readonly agentId: string
  readonly at: Date
}

export async function insertReview(tx: Tx, claim: Of, review: NewReview): Promise<void> {
  await tx
    .insertInto('claim_document_reviews')
    .values({
      claim_id: claim.id,
      employer_id: claim.employerId,
      code: review.code,
      seen_number: review.seenNumber,
      verdict: review.verdict,
      reason: review.reason,
      agent_id: review.agentId,
      reviewed_at: review.at,
    })
    .execute()
}
