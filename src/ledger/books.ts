import { type LocalDate, quarterFrom } from '../calendar/index.ts'
import { type Dirhams, negate, subtract, zeroDirhams } from '../money/index.ts'
import { type DueAccount, type DueKey, dueText, type Move, type Part } from './account.ts'
import { amountOf, causeKey, type Entry, factKey, isFact, type ToldTerms } from './entry.ts'
import type { Terms } from './late-interest.ts'
import { type Claim, confirmLots, type Lot, noClaim, pay, raise, takeBack } from './lots.ts'

/** One due as its entries left it. */
export interface DueState {
  readonly key: DueKey
  readonly terms: Terms
  readonly employee: Dirhams
  readonly equalPart: Dirhams
  readonly surcharge: Dirhams
  readonly contributions: Claim
  readonly interest: Claim
  /** Interest booked and standing. */
  readonly bookings: readonly (Entry & { readonly kind: 'interest' })[]
  /** Their numbers, of those that rest on a payment which was taken back since. */
  readonly fallen: ReadonlySet<bigint>
  /** Interest ever booked: the number of the next one. */
  readonly bookingsEver: number
}

/** Where the money of a payment went; `due` is null for advances. */
export interface Share {
  readonly due: DueKey | null
  readonly part: Part
  readonly amount: Dirhams
}

export interface PaymentState {
  readonly amount: Dirhams
  readonly place: 'bank' | 'bank_in_transit' | 'gone'
  readonly shares: readonly Share[]
  readonly entry: bigint
}

/** The ledger of one employer in memory: all of it, or the part that a fact can touch. */
export interface Books {
  readonly dues: Map<string, DueState>
  readonly payments: Map<string, PaymentState>
  readonly posted: Set<string>
  /** What the employer paid too much so far. */
  advances: Dirhams
  lastNumber: bigint
}

export function emptyBooks(): Books {
  return {
    dues: new Map(),
    payments: new Map(),
    posted: new Set(),
    advances: zeroDirhams,
    lastNumber: 0n,
  }
}

/** Brings one entry into the books. Entries come in their order; dues that are not in the books are left alone. */
export function enter(books: Books, entry: Entry): void {
  if (isFact(entry)) books.posted.add(factKey(entry))
  if (entry.kind === 'declaration') openDue(books, entry)
  for (const move of entry.moves) {
    if (move.account === 'advances') books.advances = subtract(books.advances, move.amount)
    if (move.due) changeDue(books, move.due, (due) => moved(due, move, entry))
  }
  changeBookings(books, entry)
  changePayment(books, entry)
  books.lastNumber = entry.number
}

export function termsOf({ dueOn, ...cost }: ToldTerms): Terms {
  return { ...cost, dueOn: dueOn as LocalDate }
}

export function keyOf(details: { readonly category: string; readonly quarter: string }): DueKey {
  return { category: details.category, quarter: quarterFrom(details.quarter) }
}

/** A due begins with its first declaration, and keeps the terms of that one. */
function openDue({ dues }: Books, { details }: Entry & { readonly kind: 'declaration' }): void {
  const key = keyOf(details)
  if (dues.has(dueText(key))) return
  dues.set(dueText(key), {
    key,
    terms: termsOf(details.terms),
    employee: zeroDirhams,
    equalPart: zeroDirhams,
    surcharge: zeroDirhams,
    contributions: noClaim,
    interest: noClaim,
    bookings: [],
    fallen: new Set(),
    bookingsEver: 0,
  })
}

function changeDue({ dues }: Books, key: DueKey, change: (due: DueState) => DueState): void {
  const due = dues.get(dueText(key))
  if (due) dues.set(dueText(key), change(due))
}

const declaredIn: Partial<Record<DueAccount, 'employee' | 'equalPart' | 'surcharge'>> = {
  employee_contributions: 'employee',
  employer_contributions: 'equalPart',
  surcharge: 'surcharge',
}

function moved(due: DueState, { account, amount }: Move, entry: Entry): DueState {
  if (account === 'contributions_due') {
    const contributions = changedClaim(due.contributions, amount, entry)
    return { ...due, contributions, fallen: fallenWith(due, contributions, entry) }
  }
  if (account === 'interest_due')
    return { ...due, interest: changedClaim(due.interest, amount, entry) }
  const part = declaredIn[account as DueAccount]
  return part ? { ...due, [part]: subtract(due[part], amount) } : due
}

/** What a posting on a due means depends on why it was written: more to pay, a payment, a payment taken back. */
function changedClaim(claim: Claim, amount: Dirhams, entry: Entry): Claim {
  switch (entry.kind) {
    case 'declaration':
    case 'interest':
    case 'interest_cancelled':
      return raise(claim, amount)
    case 'payment':
      return pay(claim, lotOf(entry, negate(amount)))
    case 'advance_used':
      return pay(claim, lotOf(entry, negate(amount)))
    case 'payment_rejected':
    case 'payment_reversed':
      return takeBack(claim, amount, (lot) => lot.payment === causeKey(entry.cause))
    case 'advance_kept':
      return takeBack(claim, amount)
    case 'advance_taken_back':
      return takeBack(claim, amount, (lot) => lot.payment === null)
    case 'payment_settled':
      throw new Error('a confirmation of the bank moves no due')
  }
}

const takesBack: ReadonlySet<Entry['kind']> = new Set([
  'payment_rejected',
  'payment_reversed',
  'advance_taken_back',
])

/**
 * Interest is booked once all is settled (RGR, article 7): it rests on every payment that stood by then, late or in time, large or
 * small, and falls with any of them. A correction takes no payment back.
 */
function fallenWith(due: DueState, after: Claim, { kind }: Entry): DueState['fallen'] {
  if (!takesBack.has(kind)) return due.fallen
  const kept = new Map(after.lots.map((lot) => [lot.entry, lot.amount]))
  const taken = due.contributions.lots.filter((lot) => kept.get(lot.entry) !== lot.amount)
  const fallen = due.bookings.filter(({ number }) => taken.some((lot) => lot.entry < number))
  return new Set([...due.fallen, ...fallen.map(({ number }) => number)])
}

function lotOf(entry: Entry, amount: Dirhams): Lot {
  const isPayment = entry.kind === 'payment'
  return {
    amount,
    paidOn: entry.occurredOn,
    payment: isPayment ? causeKey(entry.cause) : null,
    inTransit: isPayment && entry.details.into === 'bank_in_transit',
    entry: entry.number,
  }
}

function changeBookings(books: Books, entry: Entry): void {
  if (entry.kind === 'interest') {
    changeDue(books, keyOf(entry.details), (due) => ({
      ...due,
      bookings: [...due.bookings, entry],
      bookingsEver: due.bookingsEver + 1,
    }))
  }
  if (entry.kind === 'interest_cancelled') {
    changeDue(books, keyOf(entry.details), (due) => ({
      ...due,
      bookings: due.bookings.filter(({ number }) => number !== entry.reverses),
    }))
  }
}

function changePayment({ payments, dues }: Books, entry: Entry): void {
  const key = causeKey(entry.cause)
  const payment = payments.get(key)
  if (entry.kind === 'payment') {
    payments.set(key, {
      amount: amountOf(entry.details.amount),
      place: entry.details.into,
      shares: sharesOf(entry),
      entry: entry.number,
    })
  } else if (entry.kind === 'payment_settled') {
    if (payment) payments.set(key, { ...payment, place: 'bank' })
    for (const [text, due] of dues) {
      dues.set(text, {
        ...due,
        contributions: confirmLots(due.contributions, key, entry.occurredOn),
        interest: confirmLots(due.interest, key, entry.occurredOn),
      })
    }
  } else if (entry.kind === 'payment_rejected' || entry.kind === 'payment_reversed') {
    if (payment) payments.set(key, { ...payment, place: 'gone' })
  }
}

function sharesOf({ moves }: Entry): Share[] {
  return moves
    .filter(({ amount }) => amount < 0n)
    .map(({ account, due, amount }) => ({
      due,
      part: account === 'interest_due' ? ('interest' as const) : ('contributions' as const),
      amount: negate(amount),
    }))
}
