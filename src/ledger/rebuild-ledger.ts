import { createHash } from 'node:crypto'
import { Refusal } from '../actors/refusal.ts'
import type { Tx } from '../platform/db/database.ts'
import { dueText } from './account.ts'
import { type Books, emptyBooks } from './books.ts'
import { type Entry, type Fact, isFact } from './entry.ts'
import { Balances, entryText, postingText } from './kept-entry.ts'
import { lockLedger } from './store/load-books.ts'
import {
  findHead,
  listAccountLines,
  listProvenEntries,
  listTermLines,
  type ProvenEntry,
} from './store/read-proofs.ts'
import { tell } from './tell.ts'

/** Where a ledger is not what its facts make of it. */
export interface LedgerBreak {
  readonly employerId: string
  /** The entry; null when it is about accounts, terms or declarations. */
  readonly number: bigint | null
  readonly what:
    | 'missing'
    | 'changed'
    | 'not_from_its_facts'
    | 'cut_short'
    | 'account'
    | 'terms'
    | 'declaration'
  /** What should be there, and what is. */
  readonly expected: string
  readonly found: string
}

export interface LedgerVerdict {
  readonly entries: number
  readonly breaks: readonly LedgerBreak[]
}

const page = 1_000

/**
 * Writes an employer's ledger again from its facts alone and compares it with what is kept, to the byte: each entry and its
 * postings, each balance and version, each hash. Up to the first entry that differs: what follows proves nothing any more.
 */
export async function rebuildLedger(tx: Tx, employerId: string): Promise<LedgerVerdict> {
  await lockLedger(tx, employerId)
  const again = new Rebuilding(employerId)
  for (;;) {
    const read = await listProvenEntries(tx, employerId, { after: again.number, limit: page })
    for (const kept of read) {
      const broken = again.compare(kept)
      if (broken) return { entries: Number(again.number), breaks: [broken] }
    }
    if (read.length < page) break
  }
  const head = await findHead(tx, employerId)
  const accounts = await listAccountLines(tx, employerId)
  const terms = await listTermLines(tx, employerId)
  const breaks = again.finish({
    head: `${head?.last_number} ${head?.owed_centimes} ${head?.last_hash.toString('hex')}`,
    accounts,
    terms,
  })
  return { entries: Number(again.number), breaks }
}

/** The rebuilding of one ledger, entry by entry. */
class Rebuilding {
  readonly #employerId: string
  readonly #books: Books = emptyBooks()
  readonly #balances = new Balances()
  #hash: Buffer = Buffer.alloc(0)
  #expected: Entry[] = []
  number = 0n

  constructor(employerId: string) {
    this.#employerId = employerId
  }

  compare(kept: ProvenEntry): LedgerBreak | undefined {
    const { entry } = kept
    const number = this.number + 1n
    if (entry.number !== number) return this.#broken(number, 'missing', '', String(entry.number))
    const hash = createHash('sha256').update(this.#hash).update(this.#hashed(kept)).digest()
    if (!hash.equals(kept.hash)) {
      return this.#broken(number, 'changed', hash.toString('hex'), kept.hash.toString('hex'))
    }
    if (this.#expected.length === 0 && isFact(entry)) this.#expected = this.#retell(entry)
    const expected = this.#expected.shift()
    const again = expected ? entryText(this.#balances.keep(expected)) : ''
    if (again !== entryText(entry)) {
      return this.#broken(number, 'not_from_its_facts', again, entryText(entry))
    }
    this.#hash = hash
    this.number = number
    return undefined
  }

  finish(kept: {
    readonly head: string
    readonly accounts: readonly string[]
    readonly terms: readonly string[]
  }): LedgerBreak[] {
    const [next] = this.#expected
    const head = `${this.number} ${this.#balances.owed} ${this.#hash.toString('hex')}`
    const terms = [...this.#books.dues.values()]
      .map(
        ({ key, terms: own }) =>
          `${dueText(key)} ${own.dueOn} ${own.graceDays} ${own.yearlyRate} ${own.yearDays}`,
      )
      .sort()
    return [
      ...(next || head !== kept.head
        ? [this.#broken(this.number + 1n, 'cut_short', head, kept.head)]
        : []),
      ...this.#differences('account', this.#balances.lines(), kept.accounts),
      ...this.#differences('terms', terms, kept.terms),
    ]
  }

  /** A fact that the ledger would have refused makes nothing. */
  #retell(entry: Fact): Entry[] {
    try {
      return tell(this.#books, entry)
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  }

  /** The text that the hash covers, put together here rather than by the database. */
  #hashed({ entry, detailsText, recordedText }: ProvenEntry): string {
    const { number, kind, cause, occurredOn, reverses, owedAfter, moves } = entry
    const about = [this.#employerId, number, kind, cause.kind, cause.id, cause.version, occurredOn]
    const told = [recordedText, reverses ?? '', detailsText, owedAfter]
    return [...about, ...told, moves.map(postingText).join('\x1e')].join('\x1f')
  }

  #differences(
    what: 'account' | 'terms',
    expected: readonly string[],
    found: readonly string[],
  ): LedgerBreak[] {
    if (expected.join('\n') === found.join('\n')) return []
    const missing = expected.filter((line) => !found.includes(line))
    const foreign = found.filter((line) => !expected.includes(line))
    return [this.#broken(null, what, missing.join('\n'), foreign.join('\n'))]
  }

  #broken(
    number: bigint | null,
    what: LedgerBreak['what'],
    ...[expected, found]: [string, string]
  ): LedgerBreak {
    return { employerId: this.#employerId, number, what, expected, found }
  }
}
