import { refuse } from '../actors/refusal.ts'
import { add, type Dirhams, negate, subtract, sum, zeroDirhams } from '../money/index.ts'
import { accountOf, type DueKey, dueText, type Move, type Part } from './account.ts'
import { type Books, type DueState, keyOf, type PaymentState, type Share } from './books.ts'
import {
  amountOf,
  causeKey,
  type Draft,
  type Fact,
  type FactKind,
  factKey,
  type ToldShare,
} from './entry.ts'
import { type Claim, openOf, smaller } from './lots.ts'

type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>

/** The entry that a fact makes; nothing when it was written already. */
export function postFact(books: Books, fact: Fact): Draft | undefined {
  if (books.posted.has(factKey(fact))) return undefined
  switch (fact.kind) {
    case 'declaration':
      return { ...fact, reverses: null, moves: declarationMoves(books, fact) }
    case 'payment':
      return { ...fact, reverses: null, moves: paymentMoves(books, fact) }
    case 'payment_settled':
      return { ...fact, reverses: null, moves: settledMoves(getPayment(books, fact)) }
    case 'payment_rejected':
    case 'payment_reversed': {
      const payment = getPayment(books, fact)
      return { ...fact, reverses: payment.entry, moves: takenBackMoves(books, fact, payment) }
    }
  }
}

/** The difference with what is posted already: everything the first time, the change for a new version (product D8). */
function declarationMoves(books: Books, { details }: FactOf<'declaration'>): Move[] {
  const due = keyOf(details)
  const before = books.dues.get(dueText(due))
  const [employee, employer] = [amountOf(details.employee), amountOf(details.employer)]
  const change = {
    employee: subtract(employee, before?.employee ?? zeroDirhams),
    equalPart: subtract(employee, before?.equalPart ?? zeroDirhams),
    surcharge: subtract(subtract(employer, employee), before?.surcharge ?? zeroDirhams),
  }
  return real([
    { account: 'contributions_due', due, amount: sum(Object.values(change)) },
    { account: 'employee_contributions', due, amount: negate(change.employee) },
    { account: 'employer_contributions', due, amount: negate(change.equalPart) },
    { account: 'surcharge', due, amount: negate(change.surcharge) },
  ])
}

/** What was named is paid first, never beyond what is open; without names the oldest; the rest is an advance. */
function paymentMoves(books: Books, { details }: FactOf<'payment'>): Move[] {
  const amount = amountOf(details.amount)
  const wanted = details.dues ? namedShares(books, details.dues) : openShares(books)
  const shares: Move[] = []
  let left = amount
  for (const share of wanted) {
    const paid = smaller(left, share.amount)
    left = subtract(left, paid)
    shares.push({ account: accountOf[share.part], due: share.due, amount: negate(paid) })
  }
  return real([
    { account: details.into, due: null, amount },
    ...shares,
    { account: 'advances', due: null, amount: negate(left) },
  ])
}

/** Each due once, whatever was named twice. */
function namedShares(books: Books, named: readonly ToldShare[]): OpenShare[] {
  const shares = new Map<string, OpenShare>()
  for (const { category, quarter, part, amount } of named) {
    const due = keyOf({ category, quarter })
    const text = `${part} ${dueText(due)}`
    const asked = add(amountOf(amount), shares.get(text)?.amount ?? zeroDirhams)
    shares.set(text, { due, part, amount: smaller(asked, openAmount(books, due, part)) })
  }
  return [...shares.values()]
}

interface OpenShare extends Share {
  readonly due: DueKey
}

/** What is open, in the order in which money without instructions pays it: contributions by échéance, then interest. */
export function openShares(books: Books): OpenShare[] {
  const dues = [...books.dues.values()].sort(byAge)
  return (['contributions', 'interest'] as const).flatMap((part) =>
    dues
      .map((due) => ({ due: due.key, part, amount: openOf(due[part]) }))
      .filter(({ amount }) => amount > 0n),
  )
}

/** The oldest échéance first, then by category and quarter: the order in which dues are paid and listed. */
export function byAge(one: DueState, other: DueState): number {
  if (one.terms.dueOn !== other.terms.dueOn) return one.terms.dueOn < other.terms.dueOn ? -1 : 1
  return dueText(one.key) < dueText(other.key) ? -1 : 1
}

function openAmount(books: Books, due: DueKey, part: Part): Dirhams {
  const state = books.dues.get(dueText(due))
  const open = state ? openOf(state[part]) : zeroDirhams
  return open > 0n ? open : zeroDirhams
}

function getPayment(books: Books, { cause }: Fact): PaymentState {
  const payment = books.payments.get(causeKey(cause)) ?? refuse('ledger.payment_unknown')
  return payment.place === 'gone' ? refuse('ledger.payment_taken_back') : payment
}

function settledMoves({ amount, place }: PaymentState): Move[] {
  if (place === 'bank') return refuse('ledger.payment_already_arrived')
  return [
    { account: 'bank', due: null, amount },
    { account: 'bank_in_transit', due: null, amount: negate(amount) },
  ]
}

/**
 * The money goes back the way it came, and what it paid is open again: each due by what still stands of this payment on it,
 * the rest from the advances, where a correction had put it.
 */
function takenBackMoves(
  books: Books,
  { kind, cause }: FactOf<'payment_rejected'> | FactOf<'payment_reversed'>,
  { amount, place, shares }: PaymentState,
): Move[] {
  if (place === 'gone') return refuse('ledger.payment_taken_back')
  const reopened: Move[] = shares.flatMap(({ due, part }) => {
    const claim = due && books.dues.get(dueText(due))?.[part]
    return claim
      ? [{ account: accountOf[part], due, amount: standing(claim, causeKey(cause)) }]
      : []
  })
  const rest = subtract(amount, sum(reopened.map((move) => move.amount)))
  return real([
    { account: place, due: null, amount: negate(amount) },
    ...(kind === 'payment_rejected' ? throughRejections(amount) : []),
    ...reopened,
    { account: 'advances', due: null, amount: rest },
  ])
}

/** What the bank sent back is seen on its own account, in and out. */
function throughRejections(amount: Dirhams): Move[] {
  return [
    { account: 'rejections', due: null, amount },
    { account: 'rejections', due: null, amount: negate(amount) },
  ]
}

function standing({ lots }: Claim, payment: string): Dirhams {
  return sum(lots.filter((lot) => lot.payment === payment).map((lot) => lot.amount))
}

/** A move of nothing is none. */
function real(moves: readonly Move[]): Move[] {
  return moves.filter(({ amount }) => amount !== 0n)
}
