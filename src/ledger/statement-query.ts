import { readDay } from '../web/read-day.ts'
import { type Cursor, isStatementKind, type StatementFilter } from './statement.ts'

/** What was typed in the filters, as the address carries it. */
export interface StatementQuery {
  readonly du: string
  readonly au: string
  readonly categorie: string
  readonly sorte: string
}

type Read = (name: string) => string | undefined

export function queryFrom(read: Read): StatementQuery {
  const text = (name: string) => (read(name) ?? '').trim().slice(0, 20)
  return { du: text('du'), au: text('au'), categorie: text('categorie'), sorte: text('sorte') }
}

export function addressOf(query: StatementQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return new URLSearchParams(given).toString()
}

/** What is wrong with a day of the period, by the name of its field. */
export type PeriodMistakes = Readonly<Partial<Record<'du' | 'au', 'dateWrong' | 'untilTooEarly'>>>

/** What is not a known filter, or ends before it begins, is left out and said; none of them ever widens what is shown (quality AT48). */
export function filterFrom(query: StatementQuery): {
  readonly filter: StatementFilter
  readonly mistakes: PeriodMistakes
} {
  const [from, until] = [readDay(query.du), readDay(query.au)]
  const isBackwards = from !== undefined && until !== undefined && until < from
  return {
    filter: {
      from: from ?? null,
      until: isBackwards ? null : (until ?? null),
      category: /^\d{2}$/.test(query.categorie) ? query.categorie : null,
      kind: isStatementKind(query.sorte) ? query.sorte : null,
    },
    mistakes: {
      ...(query.du !== '' && !from ? { du: 'dateWrong' } : {}),
      ...(query.au !== '' && !until ? { au: 'dateWrong' } : {}),
      ...(isBackwards ? { au: 'untilTooEarly' } : {}),
    },
  }
}

/** A cursor is the number of an entry; anything else is the first page. */
export function cursorFrom(read: Read): Cursor {
  const before = numberFrom(read('avant'))
  if (before !== null) return { before }
  const after = numberFrom(read('apres'))
  return after === null ? null : { after }
}

/** The number of an entry as an address carries it. */
export function numberFrom(text: string | undefined): bigint | null {
  return text && /^\d{1,15}$/.test(text) ? BigInt(text) : null
}
