import { createHash } from 'node:crypto'
import type { LocalDate } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'

/** A debit that the invented bank was asked for. */
export interface AskedDebit {
  readonly endToEndId: string
  readonly amount: Dirhams
}

export interface AskedCollection {
  readonly reference: string
  readonly debits: readonly AskedDebit[]
}

/** How the invented bank is to behave. */
export interface Wishes {
  /** The same seed answers the same debits in the same way. */
  readonly seed: string
  /** Debits rejected, in percent. */
  readonly rejected: number
  /** Of every rejection; without it one of those that banks give, by chance. */
  readonly reason: string | null
  /** References that are settled, or rejected, whatever chance says. */
  readonly accept: readonly string[]
  readonly reject: readonly string[]
}

export interface DebitAnswer extends AskedDebit {
  /** Refused: before anything moved (pain.002). Returned: the money came and went back (camt). */
  readonly outcome: 'settled' | 'refused' | 'returned'
  readonly reason: string
  /** The bank's own reference of the movement. */
  readonly bankReference: string
}

/** Money that somebody sends to the fund by transfer. */
export interface SentTransfer {
  readonly amount: Dirhams
  /** As the payer's bank passes it on; nothing when the payer gave none. */
  readonly reference: string
  readonly payerName: string
  readonly payerRib: string | null
  /** What the payer wrote. */
  readonly label: string
  readonly bankReference: string
}

/** A day of the invented bank: what it writes its messages from. */
export interface BankDay {
  readonly on: LocalDate
  readonly at: Date
  readonly collection: {
    readonly reference: string
    readonly answers: readonly DebitAnswer[]
  } | null
  readonly transfers: readonly SentTransfer[]
}

/** As often as banks give them, about. */
const usualReasons = ['AM04', 'AM04', 'AM04', 'MS03', 'AC04', 'MD01'] as const

/** Found before the debit is tried; the others come back afterwards. */
const foundBefore = new Set(['AC01', 'AC04', 'AC06', 'MD01', 'MD07'])

/** What the bank says of each debit: by name if it was named, otherwise by a chance that the seed decides. */
export function answerDebits(
  { debits }: AskedCollection,
  { seed, rejected, reason, accept, reject }: Wishes,
): DebitAnswer[] {
  return debits.map((debit) => {
    const { endToEndId } = debit
    const isRejected =
      !accept.includes(endToEndId) &&
      (reject.includes(endToEndId) || chance(`${seed} answer ${endToEndId}`) * 100 < rejected)
    if (!isRejected) {
      return { ...debit, outcome: 'settled', reason: '', bankReference: referenceFrom(endToEndId) }
    }
    const why = reason ?? pick(usualReasons, chance(`${seed} reason ${endToEndId}`))
    const outcome = foundBefore.has(why) ? 'refused' : 'returned'
    return { ...debit, outcome, reason: why, bankReference: referenceFrom(`${endToEndId} ${why}`) }
  })
}

/** The bank's name for a movement: the same movement has the same one in every message. */
export function referenceFrom(what: string): string {
  return `BK${digest(what).toString('hex').slice(0, 14).toUpperCase()}`
}

function pick<T>(from: readonly T[], at: number): T {
  const found = from[Math.floor(at * from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

/** From 0 to 1, always the same of the same text. */
function chance(text: string): number {
  return digest(text).readUInt32BE(0) / 2 ** 32
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
