import { refuse } from '../../actors/refusal.ts'
import { localDateAt } from '../../calendar/index.ts'
import { getParameters } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Claim, type Prepared } from './claim.ts'
import { afterDeath } from './computation.ts'
import {
  askedDocuments,
  checklistOf,
  type ClaimDocument,
  dependentChild,
  documentsOf,
  missingDocuments,
} from './documents.ts'
import { isPaidAsDisabled, type Payee } from './payee.ts'
import { type ClaimHistory, otherDocuments } from './requests.ts'
import { findClaim } from './store/claims.ts'
import { listChanges } from './store/changes.ts'
import { listPages, listReviews } from './store/documents.ts'
import { listPayees } from './store/payees.ts'
import { listSteps } from './store/steps.ts'

/** A claim with everything that was prepared for it. */
export interface WholeClaim extends ClaimHistory {
  readonly claim: Claim
  readonly payees: readonly Payee[]
  readonly documents: readonly ClaimDocument[]
  readonly prepared: Prepared
}

export async function getClaim(tx: Tx, employerId: string, id: string): Promise<Claim> {
  return (await findClaim(tx, employerId, id)) ?? refuse('web.not_found')
}

export async function readWholeClaim(tx: Tx, claim: Claim): Promise<WholeClaim> {
  const payees = await listPayees(tx, claim)
  const history = await readHistory(tx, claim)
  const documents = await listDocuments(tx, claim, history)
  const prepared = { payees: payees.length, missing: missingDocuments(documents) }
  return { ...history, claim, payees, documents, prepared }
}

async function readHistory(tx: Tx, claim: Claim): Promise<ClaimHistory> {
  return {
    steps: await listSteps(tx, claim),
    pages: await listPages(tx, claim),
    reviews: await listReviews(tx, claim),
    changes: await listChanges(tx, claim),
  }
}

export async function readDocuments(tx: Tx, claim: Claim): Promise<ClaimDocument[]> {
  return listDocuments(tx, claim, await readHistory(tx, claim))
}

/**
 * By the checklist in force on the day that the claim was begun: a later list asks nothing more of it. An agent's sentence
 * may.
 */
async function listDocuments(
  tx: Tx,
  claim: Claim,
  history: ClaimHistory,
): Promise<ClaimDocument[]> {
  const key = checklistOf[claim.kind]
  const lists = await getParameters(tx, [key], localDateAt(claim.startedAt))
  const payees = await listPayees(tx, claim)
  const day = claim.endedOn ? afterDeath(claim.endedOn) : localDateAt(claim.startedAt)
  // Signed: the choice of a capital. Proved: who represents a child, and a disability without which one of age has no part.
  const dueNow = [
    ...(claim.asCapital === true ? ['capital_choice'] : []),
    ...(payees.some((one) => one.accountOf === 'representative') ? ['guardianship'] : []),
    ...(claim.kind === 'orphan' && payees.some((one) => isPaidAsDisabled(one, day))
      ? ['disability']
      : []),
  ]
  const asked = askedDocuments(lists[key]).map((one) =>
    dueNow.includes(one.code) ? { ...one, isRequired: true } : one,
  )
  const child = claim.kind === 'reversion' ? [dependentChild] : []
  const { pages, reviews, changes } = history
  return documentsOf([...asked, ...child, ...otherDocuments(history)], pages, reviews, changes)
}
