import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { Holidays, LocalDate } from '../calendar/index.ts'
import { accountStateOn } from '../employers/bank-account.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { Employer } from '../employers/employer.ts'
import type { Tx } from '../platform/db/database.ts'
import { debitDayMistake, firstDebitDay } from './debit-day.ts'
import { listHolidays } from '../parameters/parameters.ts'
import { formatShortDate } from '../calendar/index.ts'
import { chooseDues, isSameDue } from './choose-dues.ts'
import { digestOf, type PaidDue, totalOf, wordingOf } from './order-wording.ts'
import { refuseOverCeiling } from './ceilings.ts'
import { listOpenDues } from './store/dues.ts'
import { type Writing } from './store/write-orders.ts'
import type { PaymentUser } from './store/people.ts'
import { printedBeside } from './transfers/printed-beside.ts'

/** What the Ordonnateur chose. */
export interface OrderChoice {
  readonly bankAccountId: string
  readonly debitOn: LocalDate
  readonly dues: readonly PaidDue[]
  /** The references of the printed transfer orders that this person was told of. */
  readonly known?: readonly string[]
}

interface Surroundings {
  readonly employer: Employer
  readonly payee: string
  readonly today: LocalDate
  readonly now: Date
  readonly writer: PaymentUser
}

/**
 * Turns a choice into the exact wording of an order, or refuses it: a day that can be met, an account that may be debited on that
 * day, dues that are open and promised to nobody, none of them in a printed transfer order that this person was not told of, within the
 * ceilings of the company (product E1).
 */
// oxlint-disable-next-line max-params -- the transaction, who, around what, which order, and the choice
export async function writeOrder(
  tx: Tx,
  actor: EmployedActor,
  { employer, payee, today, now, writer }: Surroundings,
  order: {
    readonly id: string | null
    /** Taken last: a choice that is refused leaves no gap between two orders. */
    readonly reference: () => Promise<string>
    readonly revision: number
    /** What it pays already. */
    readonly dues: readonly PaidDue[]
  },
  choice: OrderChoice,
): Promise<Writing & { readonly reference: string; readonly printed: readonly string[] }> {
  refuseWrongDay(choice.debitOn, today, await listHolidays(tx))
  const account = await getAccountFor(tx, actor.employerId, choice)
  const payable = await listOpenDues(tx, actor.employerId, order.id)
  const dues = chooseDues(payable, choice.dues)
  const added = dues.filter((due) => !order.dues.some((one) => isSameDue(one, due)))
  const naming = { today, dues: added, known: choice.known ?? [] }
  const code = 'payments.printed_meanwhile'
  const printed = await printedBeside(tx, actor.employerId, naming, code)
  const amount = totalOf({ dues })
  const { debitOn } = choice
  await refuseOverCeiling(tx, { employer, order: { id: order.id, amount, debitOn } })
  const reference = await order.reference()
  const wording = wordingOf({
    payee,
    employerNumber: employer.number,
    reference,
    revision: order.revision,
    rib: account.rib,
    mandateReference: account.mandate.reference,
    debitOn: choice.debitOn,
    dues,
  })
  return {
    bankAccountId: account.id,
    amount,
    debitOn: choice.debitOn,
    dues,
    reference,
    printed,
    wording,
    digest: digestOf(wording),
    profileId: actor.id,
    person: writer.person,
    personName: writer.name,
    at: now,
  }
}

function refuseWrongDay(day: LocalDate, today: LocalDate, holidays: Holidays): void {
  const mistake = debitDayMistake(day, today, holidays)
  if (mistake) refuse(mistake, { next: formatShortDate(firstDebitDay(day, holidays)) })
}

/** A validated mandate serves from its own day on (product E6): an order for a later day need not wait for it. */
async function getAccountFor(
  tx: Tx,
  employerId: string,
  { bankAccountId, debitOn }: Pick<OrderChoice, 'bankAccountId' | 'debitOn'>,
) {
  const account = (await listBankAccounts(tx, employerId)).find((one) => one.id === bankAccountId)
  const mandate = account?.mandate
  const state = account && accountStateOn(account, debitOn)
  if (account && mandate?.usableFrom && state === 'waiting')
    return refuse('payments.account_waits', { from: formatShortDate(mandate.usableFrom) })
  if (!account || !mandate || state !== 'usable') return refuse('payments.account_not_usable')
  return { ...account, mandate }
}
