import { type LocalDate, localDateAt } from '../../calendar/index.ts'
import type { Declaration } from '../store/declarations.ts'
import type { Version } from '../revisions/store.ts'

/** What the employer keeps of a declaration that was sent (product D7). */
export interface ReceiptFacts {
  readonly declaration: Declaration
  readonly employerName: string
  readonly employerNumber: string
  readonly sentBy: string
  /** Of the content that was sent; nothing where there was nothing to declare. */
  readonly contentSha256: Buffer | null
}

export interface ReceiptView extends ReceiptFacts {
  readonly versions: readonly Version[]
  /** The correction that is being worked on. */
  readonly openRevision: string | null
  /** Until when it was expected. */
  readonly dueOn: LocalDate
}

/** The fingerprint of what was sent, as corrected; of the file as it came, or of the sentence, where that is all there is. */
export function fingerprintOf({ declaration, contentSha256 }: ReceiptFacts): string {
  return (contentSha256 ?? declaration.fileSha256).toString('hex')
}

/** It was sent after the last day of its quarter's delay. */
export function cameLate({ declaration: { sentAt }, dueOn }: ReceiptView): boolean {
  return sentAt !== null && localDateAt(sentAt) > dueOn
}

/** A file may have been corrected here before it was sent. */
export function wasCorrected({ declaration, contentSha256 }: ReceiptFacts): boolean {
  return contentSha256 !== null && !contentSha256.equals(declaration.fileSha256)
}
