import type { Declarant } from '../declarant.ts'
import { daysBetween, lastDay, type LocalDate, localDateAt } from '../../calendar/index.ts'
import type { PaymentOption } from '../../employers/employer.ts'
import type { DeclaredNewcomer } from '../../members/store/declared-newcomers.ts'
import { add, type Dirhams, subtract } from '../../money/index.ts'
import { type DatedValue, valueOn } from '../../parameters/parameters.ts'
import { declarationDueOn } from '../declaration.ts'
import type { Declaration } from '../store/declarations.ts'
import type { Version } from '../revisions/store.ts'

/** What the employer keeps of a declaration that was sent (product D7). */
export interface ReceiptFacts {
  readonly declaration: Declaration
  readonly employerName: string
  readonly employerNumber: string
  readonly sentBy: Declarant
  /** Of the content that was sent; nothing where there was nothing to declare. */
  readonly contentSha256: Buffer | null
  /** Why nobody was paid, when that was asked. */
  readonly nilReason: string | null
  /** Until when it was expected. */
  readonly dueOn: LocalDate
  /** Until when what it adds to the account is paid without interest; nothing where it adds nothing. */
  readonly payBy: LocalDate | null
  /** What a correction replaced. */
  readonly replaced: { readonly receiptNumber: string; readonly total: Dirhams } | null
  /** Those whom it numbered, the first of them, and how many they are. */
  readonly newcomers: { readonly people: readonly DeclaredNewcomer[]; readonly count: number }
}

export interface ReceiptView extends ReceiptFacts {
  readonly paymentOption: PaymentOption
  readonly versions: readonly Version[]
  /** The correction that is being worked on. */
  readonly openRevision: string | null
}

/** What it gave the account to pay; a correction, no more than its difference. */
export function addsToPay(facts: Pick<ReceiptFacts, 'declaration' | 'replaced'>): boolean {
  const { employee, employer } = facts.declaration
  return (differenceOf(facts) ?? add(employee, employer)) > 0n
}

/** By how much a correction differs from what it replaced, which is what went to the account; nothing for a first version (product D8). */
export function differenceOf({
  declaration: { employee, employer },
  replaced,
}: Pick<ReceiptFacts, 'declaration' | 'replaced'>): Dirhams | null {
  return replaced === null ? null : subtract(add(employee, employer), replaced.total)
}

/** The fingerprint of what was sent, as corrected; of the file as it came, or of the sentence, where that is all there is. */
export function fingerprintOf({ declaration, contentSha256 }: ReceiptFacts): string {
  return (contentSha256 ?? declaration.fileSha256).toString('hex')
}

/**
 * Until when a declaration was expected: by the delay in force on the day that it came, as its receipt said then. A later delay
 * makes nothing late that was in time.
 */
export function expectedBy(
  { quarter, sentAt }: Pick<Declaration, 'quarter' | 'sentAt'>,
  delays: readonly DatedValue<number>[],
): LocalDate {
  const on = sentAt ? localDateAt(sentAt) : lastDay(quarter)
  const allowedDays = valueOn(delays, on)
  if (allowedDays === undefined) throw new Error(`no delay of declaration is known on ${on}`)
  return declarationDueOn(quarter, allowedDays)
}

/** By how many days the declaration came after the last day of its delay; a correction is of what had come already (product D1, D8). */
export function daysLate({ declaration, dueOn }: ReceiptFacts): number {
  const { sentAt, revision } = declaration
  return sentAt === null || revision > 1 ? 0 : Math.max(0, daysBetween(dueOn, localDateAt(sentAt)))
}

/** A file may have been corrected here before it was sent. */
export function wasCorrected({ declaration, contentSha256 }: ReceiptFacts): boolean {
  return contentSha256 !== null && !contentSha256.equals(declaration.fileSha256)
}
