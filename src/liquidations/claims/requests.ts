import { formatDate, localDateAt } from '../../calendar/index.ts'
import type { KeptChange } from './changes.ts'
import type { AskedDocument, DocumentReview, Page } from './documents.ts'
import type { ClaimStep } from './steps.ts'

/** What was done to a claim, by the company and by the agency: pages taken out and opinions replaced included. */
export interface ClaimHistory {
  readonly steps: readonly ClaimStep[]
  readonly pages: readonly Page[]
  readonly reviews: readonly DocumentReview[]
  readonly changes: readonly KeptChange[]
}

/** What the agency asked for last, if it asked for anything. */
export function lastRequest(steps: readonly ClaimStep[]): ClaimStep | undefined {
  return steps.findLast(({ step }) => step === 'asked')
}

/** What a request says beside its sentence: each document that was refused since the request before it, whatever was handed in since. */
export function refusedBy(
  request: ClaimStep,
  { steps, reviews }: Pick<ClaimHistory, 'steps' | 'reviews'>,
): DocumentReview[] {
  const former = lastRequest(steps.slice(0, steps.indexOf(request)))
  const said = reviews.filter(({ at }) => at <= request.at && (!former || at >= former.at))
  const last = new Map(said.map((review) => [review.code, review]))
  return [...last.values()].filter(({ verdict }) => verdict === 'refused')
}

/**
 * A sentence may ask for a paper that no checklist has: each such request gives a line of its own, where it is handed in and
 * reviewed. One that nothing was handed in for goes with the next request.
 */
export function otherDocuments({
  steps,
  pages,
}: Pick<ClaimHistory, 'steps' | 'pages'>): AskedDocument[] {
  const last = lastRequest(steps)
  const said = steps.filter(({ step, note }) => step === 'asked' && note !== '')
  return said.flatMap((request, index) => {
    const code = `other_${index + 1}`
    if (request !== last && !pages.some((page) => page.code === code)) return []
    const on = localDateAt(request.at)
    const fr = `Autre pièce, demandée le ${formatDate(on, 'fr')}`
    const ar = `وثيقة أخرى طلبت في ${formatDate(on, 'ar')}`
    return [{ code, fr, ar, isRequired: false }]
  })
}

/** Since the agency last asked, the company handed in a page or wrote another answer. */
export function isAnswered({ steps, pages, changes }: ClaimHistory): boolean {
  const request = lastRequest(steps)
  if (!request) return true
  return (
    pages.some(({ addedAt, removedAt }) => removedAt === null && addedAt >= request.at) ||
    changes.some(({ at }) => at >= request.at)
  )
}
