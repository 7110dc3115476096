import { type Books, enter } from './books.ts'
import { conclude } from './conclude.ts'
import type { Draft, Entry, Fact } from './entry.ts'
import { postFact } from './post-fact.ts'

/** More conclusions than dues and payments could ever make from one fact: a rule that contradicts itself. */
const most = 10_000

/** Everything that a fact makes the ledger write, in order; the books are brought up to date with it. */
export function tell(books: Books, fact: Fact): Entry[] {
  const first = postFact(books, fact)
  if (!first) return []
  const written = [write(books, first)]
  for (let next = conclude(books, fact); next; next = conclude(books, fact)) {
    if (written.length > most) throw new Error('the conclusions of a fact never end')
    written.push(write(books, next))
  }
  return written
}

function write(books: Books, draft: Draft): Entry {
  const entry = { ...draft, number: books.lastNumber + 1n }
  enter(books, entry)
  return entry
}
