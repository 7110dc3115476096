import { centimes, type Dirhams, zeroDirhams } from '../money/index.ts'
import { employerSide, type Move } from './account.ts'
import type { Entry } from './entry.ts'

/** A posting as it is kept: the move, and what it left on its account. */
export interface Posting extends Move {
  readonly balanceAfter: Dirhams
  readonly version: bigint
}

/** An entry as it is kept: with the balances that it led to. */
export type KeptEntry = Entry & {
  readonly moves: readonly Posting[]
  readonly debit: Dirhams
  readonly credit: Dirhams
  readonly owedAfter: Dirhams
}

/** Running balances of a whole ledger, found from its moves alone. */
export class Balances {
  readonly #accounts = new Map<string, { balance: Dirhams; version: bigint }>()
  owed = zeroDirhams

  keep(entry: Entry): KeptEntry {
    const own = entry.moves.filter(({ account }) => employerSide.has(account))
    const sumOf = (amounts: readonly bigint[]) =>
      centimes(amounts.reduce((all, one) => all + one, 0n))
    const debit = sumOf(own.map(({ amount }) => (amount > 0n ? amount : 0n)))
    const credit = sumOf(own.map(({ amount }) => (amount < 0n ? -amount : 0n)))
    this.owed = centimes(this.owed + debit - credit)
    const moves = entry.moves.map((move) => this.#post(move))
    return { ...entry, moves, debit, credit, owedAfter: this.owed }
  }

  #post(move: Move): Posting {
    const name = accountName(move)
    const before = this.#accounts.get(name) ?? { balance: zeroDirhams, version: 0n }
    const after = {
      balance: centimes(before.balance + move.amount),
      version: before.version + 1n,
    }
    this.#accounts.set(name, after)
    return { ...move, balanceAfter: after.balance, version: after.version }
  }

  /** Every account as it stands, one a line, in one order. */
  lines(): string[] {
    return [...this.#accounts]
      .map(([name, { balance, version }]) => `${name} ${balance} ${version}`)
      .sort()
  }
}

/** «contributions_due 01 2024 3», or the kind alone. */
function accountName({ account, due }: Pick<Move, 'account' | 'due'>): string {
  return due ? `${account} ${due.category} ${due.quarter.year} ${due.quarter.quarter}` : account
}

export function postingText(posting: Posting): string {
  return `${accountName(posting)} ${posting.amount} ${posting.balanceAfter} ${posting.version}`
}

/** An entry word for word: two ledgers are equal when these texts are. */
export function entryText(entry: KeptEntry): string {
  const { number, kind, cause, occurredOn, recordedAt, reverses, details } = entry
  return [
    [number, kind, cause.kind, cause.id, cause.version].join(' '),
    [occurredOn, recordedAt.toISOString(), reverses ?? '-'].join(' '),
    inOneOrder(details),
    [entry.debit, entry.credit, entry.owedAfter].join(' '),
    ...entry.moves.map(postingText),
  ].join('\n')
}

/** The same details give the same text, whatever the order of their names. */
function inOneOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneOrder).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${names.map(([name, held]) => `${JSON.stringify(name)}:${inOneOrder(held)}`).join()}}`
}
