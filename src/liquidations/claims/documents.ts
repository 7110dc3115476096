import type { ParameterKey, ParameterValue } from '../../parameters/parameter-catalogue.ts'
import type { CheckState } from '../../platform/files/scanner/look-into.ts'
import type { KeptChange } from './changes.ts'
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
  /** A page of it held a virus and was taken out, and none was added since. */
  readonly isInfected: boolean
  /** What was said last of it, even of pages replaced since. */
  readonly review: DocumentReview | null
  /** What the company wrote otherwise since, of what it proves. */
  readonly changes: readonly KeptChange[]
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

/** A spouse before the age of a whole réversion loses nothing with a minor child to look after (site of the fund): this proves it. */
export const dependentChild: AskedDocument = {
  code: 'dependent_child',
  fr: 'Livret de famille ou acte de naissance d’un enfant mineur à charge, s’il y en a un',
  ar: 'كناش الحالة المدنية أو رسم ولادة طفل قاصر في الكفالة، إن وجد',
  isRequired: false,
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

/** Where each document of the checklist stands: a page added after a review asks for another one, as does another answer. */
// oxlint-disable-next-line max-params -- the list, and the three histories it is read with
export function documentsOf(
  asked: readonly AskedDocument[],
  pages: readonly Page[],
  reviews: readonly DocumentReview[],
  allChanges: readonly KeptChange[] = [],
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
    const changes = allChanges.filter(
      ({ code, at }) => code === document.code && review !== null && at >= review.at,
    )
    const isOutdated = review?.verdict === 'accepted' && changes.length > 0
    return {
      ...document,
      pages: own,
      isInfected: isWaitedForAgain(pages.filter((page) => page.code === document.code)),
      review,
      changes,
      state: stateOf(own, review && (isOutdated || isUndone(review, pages)) ? null : review),
    }
  })
}

function isWaitedForAgain(pages: readonly Page[]): boolean {
  const infected = pages.findLast(({ check }) => check === 'infected')
  if (!infected?.removedAt) return false
  const { number, removedAt } = infected
  return !pages.some((page) => page.number > number && page.addedAt >= removedAt)
}

/** What was said of a document with a page that turned out infected is not said of what is left of it. */
function isUndone({ code, seenNumber, at }: DocumentReview, pages: readonly Page[]): boolean {
  return pages.some(
    (page) =>
      page.code === code &&
      page.check === 'infected' &&
      page.number <= seenNumber &&
      page.removedAt !== null &&
      page.removedAt >= at,
  )
}

function stateOf(pages: readonly Page[], review: DocumentReview | null): DocumentState {
  if (pages.length === 0) return 'empty'
  const newest = Math.max(...pages.map(({ number }) => number))
  return review && review.seenNumber >= newest ? review.verdict : 'to_review'
}

/** Every page of it has been opened, by whoever opened these. */
export function isOpened(
  { pages }: Pick<ClaimDocument, 'pages'>,
  opened: ReadonlySet<string>,
): boolean {
  return pages.every(({ id }) => opened.has(id))
}

/** What an agent reads next: the document that was asked for, or the first that nobody has spoken of, or the first of all. */
export function documentInHand(
  documents: readonly ClaimDocument[],
  code: string,
): ClaimDocument | undefined {
  const readable = documents.filter(({ pages }) => pages.length > 0)
  return (
    readable.find((one) => one.code === code) ??
    readable.find(({ state }) => state === 'to_review') ??
    readable[0]
  )
}

/** The document after another, round and round; those to review first come first. */
export function documentAfter(
  documents: readonly ClaimDocument[],
  code: string,
): ClaimDocument | undefined {
  const readable = documents.filter(({ pages }) => pages.length > 0)
  const here = readable.findIndex((one) => one.code === code)
  const others = [...readable.slice(here + 1), ...readable.slice(0, Math.max(here, 0))]
  return others.find(({ state }) => state === 'to_review') ?? others[0]
}

/** What keeps a claim from being sent: a required document without a page, or one refused and not replaced. */
export function missingDocuments(documents: readonly ClaimDocument[]): string[] {
  return documents.filter((one) => isMissing(one)).map(({ code }) => code)
}

function isMissing({ state, isRequired }: ClaimDocument): boolean {
  return state === 'refused' || (state === 'empty' && isRequired)
}

/** What a claim is granted on: every document that was asked for or handed in is accepted. */
export function areAllAccepted(
  documents: readonly Pick<ClaimDocument, 'state' | 'isRequired'>[],
): boolean {
  return documents.every(
    ({ state, isRequired }) => state === 'accepted' || (state === 'empty' && !isRequired),
  )
}

/** An accepted document is settled: nothing is added to it or taken out of it any more. */
export function mayChangePages({ state }: Pick<ClaimDocument, 'state'>): boolean {
  return state !== 'accepted'
}

/** The name of a document as the checklist has it in a language. */
export function documentName(document: AskedDocument, language: 'fr' | 'ar'): string {
  return document[language]
}
