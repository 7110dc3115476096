import type { ParameterKey, ParameterValue } from '../../parameters/parameter-catalogue.ts'
import type { CheckState } from '../../platform/files/scanner/look-into.ts'
import type { ClaimKind } from './claim.ts'

/** A page or a file of a document, as it was handed in. */
export interface Page {
  readonly id: string
  readonly code: string
  readonly number: number
  readonly fileName: string
  readonly mediaType: string
  readonly size: bigint
  readonly sha256: Buffer
  readonly addedAt: Date
  readonly removedAt: Date | null
  readonly check: CheckState
}

/** What an agent said of a document, having seen its pages up to a number. */
export interface DocumentReview {
  readonly code: string
  readonly seenNumber: number
  readonly verdict: 'accepted' | 'refused'
  readonly reason: string
  readonly agentName: string
  readonly at: Date
}

/** A line of the checklist in force on the day that the claim was begun. */
export interface AskedDocument {
  readonly code: string
  readonly fr: string
  readonly ar: string
  readonly isRequired: boolean
}

/** `empty`: no page. `to_review`: pages that no agent has spoken of, or newer than what was said. */
export type DocumentState = 'empty' | 'to_review' | 'accepted' | 'refused'

export interface ClaimDocument extends AskedDocument {
  readonly state: DocumentState
  readonly pages: readonly Page[]
  /** Its newest page held a virus, and was taken out. */
  readonly isInfected: boolean
  /** What was said last of it, even of pages replaced since. */
  readonly review: DocumentReview | null
}

export const checklistOf: Readonly<Record<ClaimKind, ParameterKey & `documents_${string}`>> = {
  normal: 'documents_normal',
  early: 'documents_early',
  deferred: 'documents_deferred',
  single_payment: 'documents_single_payment',
  reversion: 'documents_reversion',
  orphan: 'documents_orphan',
  death_capital: 'documents_death_capital',
}

export function askedDocuments(rows: ParameterValue<'documents_normal'>): AskedDocument[] {
  return rows.map(({ code, fr, ar, required }) => ({
    code,
    fr,
    ar,
    isRequired: required === 'yes',
  }))
}

/** Files of one claim, those taken out included: more is a mistake, or an attack (quality AT95). */
export const mostPages = 80

/** Where each document of the checklist stands: a page added after a review asks for another one. */
export function documentsOf(
  asked: readonly AskedDocument[],
  pages: readonly Page[],
  reviews: readonly DocumentReview[],
): ClaimDocument[] {
  return asked.map((document) => {
    const own = pages.filter((page) => page.code === document.code && page.removedAt === null)
    const review =
      reviews
        .filter((one) => one.code === document.code)
        .reduce<DocumentReview | null>(
          (last, one) => (!last || one.at >= last.at ? one : last),
          null,
        ) ?? null
    return {
      ...document,
      pages: own,
      isInfected: newestOf(pages, document)?.check === 'infected',
      review,
      state: stateOf(own, review),
    }
  })
}

function newestOf(pages: readonly Page[], { code }: AskedDocument): Page | undefined {
  return pages.filter((page) => page.code === code).at(-1)
}

function stateOf(pages: readonly Page[], review: DocumentReview | null): DocumentState {
  if (pages.length === 0) return 'empty'
  const newest = Math.max(...pages.map(({ number }) => number))
  return review && review.seenNumber >= newest ? review.verdict : 'to_review'
}

/** What keeps a claim from being sent: a required document without a page, or one refused and not replaced. */
export function missingDocuments(documents: readonly ClaimDocument[]): string[] {
  return documents.filter((one) => isMissing(one)).map(({ code }) => code)
}

function isMissing({ state, isRequired }: ClaimDocument): boolean {
  return state === 'refused' || (state === 'empty' && isRequired)
}

/** An accepted document is settled: nothing is added to it or taken out of it any more. */
export function mayChangePages({ state }: Pick<ClaimDocument, 'state'>): boolean {
  return state !== 'accepted'
}

/** The name of a document as the checklist has it in a language. */
export function documentName(document: AskedDocument, language: 'fr' | 'ar'): string {
  return document[language]
}
