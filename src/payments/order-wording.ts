import { createHash } from 'node:crypto'
import { formatQuarter, type LocalDate, type Quarter } from '../calendar/index.ts'
import { decimalString, type Dirhams, sum } from '../money/index.ts'

/** One thing that an order pays: contributions or late interest of one category and quarter, in whole or in part. */
export interface PaidDue {
  readonly category: string
  readonly quarter: Quarter
  readonly part: 'contributions' | 'interest'
  readonly amount: Dirhams
}

/** Everything that a confirmation is about (product E3). */
export interface OrderTerms {
  readonly payee: string
  readonly employerNumber: string
  readonly reference: string
  readonly revision: number
  readonly rib: string
  readonly mandateReference: string
  readonly debitOn: LocalDate
  /** Under a mandate that stands for confirmations; a wording without it is of people. */
  readonly isSystematic?: boolean
  readonly dues: readonly PaidDue[]
}

/** What an order asks the bank for. */
export function totalOf({ dues }: Pick<OrderTerms, 'dues'>): Dirhams {
  return sum(dues.map((one) => one.amount))
}

/** The same terms always give the same text, whatever the order in which the dues were chosen. */
export function wordingOf(terms: OrderTerms): string {
  const dues = terms.dues
    .map((one) =>
      [one.category, formatQuarter(one.quarter), one.part, decimalString(one.amount)].join(' '),
    )
    .sort()
  return [
    'guichet payment order 1',
    `payee ${terms.payee.normalize('NFC')}`,
    `payer ${terms.employerNumber}`,
    `order ${terms.reference} revision ${terms.revision}`,
    `account ${terms.rib} mandate ${terms.mandateReference}`,
    `on ${terms.debitOn}`,
    ...(terms.isSystematic ? ['systematic'] : []),
    `amount ${decimalString(totalOf(terms))} MAD`,
    ...dues.map((due) => `due ${due}`),
    '',
  ].join('\n')
}

/** What is confirmed: SHA-256 of the wording. */
export function digestOf(wording: string): Buffer {
  return createHash('sha256').update(wording, 'utf8').digest()
}
