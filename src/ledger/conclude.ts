import { formatQuarter } from '../calendar/index.ts'
import { negate } from '../money/index.ts'
import { accountOf, type Move, type Part } from './account.ts'
import type { Books, DueState } from './books.ts'
import type { Derived, Draft, Entry, Fact } from './entry.ts'
import { type Fraction, lateFractions, totalInterest } from './late-interest.ts'
import { isSettled, openOf, smaller } from './lots.ts'
import { byAge, openShares } from './post-fact.ts'

const parts = ['contributions', 'interest'] as const

/**
 * The next thing that follows from the books as they stand, or nothing. Written and asked again until nothing follows, so
 * that after each fact nothing is paid twice, no advance lies idle beside an open due, and interest is what it must be.
 */
export function conclude(books: Books, fact: Fact): Draft | undefined {
  const dues = [...books.dues.values()].sort(byAge)
  return (
    takeAdvanceBack(books, dues, fact) ??
    firstOf(dues, (due) => cancelInterest(due, fact)) ??
    firstOf(dues, (due) => keepAdvance(due, fact)) ??
    useAdvance(books, fact) ??
    firstOf(dues, (due) => bookInterest(due, fact))
  )
}

/** A payment taken back had left an advance that paid something else: the latest that it paid is open again. */
function takeAdvanceBack(books: Books, dues: readonly DueState[], fact: Fact): Draft | undefined {
  if (books.advances >= 0n) return undefined
  const used = dues.flatMap((due) =>
    parts.flatMap((part) =>
      due[part].lots.filter((lot) => lot.payment === null).map((lot) => ({ due, part, lot })),
    ),
  )
  const latest = used.sort((one, other) => (one.lot.entry < other.lot.entry ? 1 : -1))[0]
  if (!latest) return undefined
  const { due, part, lot } = latest
  const amount = smaller(lot.amount, negate(books.advances))
  return share(fact, 'advance_taken_back', due, part, [
    { account: accountOf[part], due: due.key, amount },
    { account: 'advances', due: null, amount: negate(amount) },
  ])
}

/** Booked interest stands as long as every payment that it rests on, and as those that it was computed on were. */
function cancelInterest(due: DueState, fact: Fact): Draft | undefined {
  const standing = arrivedFractions(due)
  const fallen = due.bookings.find(
    (booking) => due.fallen.has(booking.number) || !removeAll(standing, fractionsOf(booking)),
  )
  if (!fallen) return undefined
  return {
    ...about(fact, { kind: 'entry', id: String(fallen.number), version: 0 }),
    kind: 'interest_cancelled',
    details: nameOf(due),
    reverses: fallen.number,
    moves: fallen.moves.map((move) => ({ ...move, amount: negate(move.amount) })),
  }
}

/** Paid beyond what is due, after a correction or a cancelled interest: the difference becomes an advance. */
function keepAdvance(due: DueState, fact: Fact): Draft | undefined {
  const part = parts.find((one) => openOf(due[one]) < 0n)
  if (!part) return undefined
  const amount = negate(openOf(due[part]))
  return share(fact, 'advance_kept', due, part, [
    { account: accountOf[part], due: due.key, amount },
    { account: 'advances', due: null, amount: negate(amount) },
  ])
}

function useAdvance(books: Books, fact: Fact): Draft | undefined {
  const [oldest] = books.advances > 0n ? openShares(books) : []
  if (!oldest) return undefined
  const amount = smaller(oldest.amount, books.advances)
  return share(fact, 'advance_used', { key: oldest.due }, oldest.part, [
    { account: 'advances', due: null, amount },
    { account: accountOf[oldest.part], due: oldest.due, amount: negate(amount) },
  ])
}

/** Once a due is fully settled, the interest of what was paid late on it, but for what is booked already (RGR, article 7). */
function bookInterest(due: DueState, fact: Fact): Draft | undefined {
  if (!isSettled(due.contributions)) return undefined
  const fractions = unbookedFractions(due, due.contributions.lots)
  const amount = totalInterest(fractions)
  if (amount === 0n) return undefined
  const id = `${due.key.category} ${formatQuarter(due.key.quarter)}`
  return {
    ...about(fact, { kind: 'due', id, version: due.bookingsEver + 1 }),
    kind: 'interest',
    details: { ...nameOf(due), terms: due.terms, fractions: fractions.map(toldFraction) },
    reverses: null,
    moves: [
      { account: 'interest_due', due: due.key, amount },
      { account: 'late_interest', due: due.key, amount: negate(amount) },
    ],
  }
}

/** What these payments cost by their lateness, less what is booked already. */
export function unbookedFractions(
  { terms, bookings }: Pick<DueState, 'terms' | 'bookings'>,
  payments: Parameters<typeof lateFractions>[0],
): Fraction[] {
  const fractions = lateFractions(payments, terms)
  for (const booking of bookings) removeAll(fractions, fractionsOf(booking))
  return fractions
}

function arrivedFractions({ contributions, terms }: DueState): Fraction[] {
  const arrived = contributions.lots.filter((lot) => !lot.inTransit)
  return lateFractions(arrived, terms)
}

/** Takes these out of the list; false when one of them is not there. */
function removeAll(from: Fraction[], taken: readonly Pick<Fraction, 'principal' | 'paidOn'>[]) {
  return taken.every(({ principal, paidOn }) => {
    const at = from.findIndex((one) => one.principal === principal && one.paidOn === paidOn)
    if (at < 0) return false
    from.splice(at, 1)
    return true
  })
}

function fractionsOf({ details }: Entry & { readonly kind: 'interest' }) {
  return details.fractions.map(({ principal, paidOn }) => ({
    principal: BigInt(principal) as Fraction['principal'],
    paidOn: paidOn as Fraction['paidOn'],
  }))
}

function toldFraction({ principal, paidOn, days, interest }: Fraction) {
  return { principal: String(principal), paidOn, days, interest: String(interest) }
}

function nameOf({ key }: Pick<DueState, 'key'>): Derived['interest_cancelled'] {
  return { category: key.category, quarter: formatQuarter(key.quarter) }
}

// oxlint-disable-next-line max-params -- a share is of a due, in a part of it, because of a fact
function share(
  fact: Fact,
  kind: 'advance_kept' | 'advance_used' | 'advance_taken_back',
  due: Pick<DueState, 'key'>,
  part: Part,
  moves: readonly Move[],
): Draft {
  return {
    ...about(fact, fact.cause),
    kind,
    details: { ...nameOf(due), part },
    reverses: null,
    moves,
  }
}

function about({ occurredOn, recordedAt }: Fact, cause: Fact['cause']) {
  return { cause, occurredOn, recordedAt }
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
