import { formatDate } from '../calendar/index.ts'
import type { Language } from '../web/words/language.ts'
import type { Words } from '../web/words/index.ts'
import type { StatementFilter } from './statement.ts'

type Own = Words['ledger']['statement']

/** «Solde du compte avant le 1er juillet 2026», and the same in every format. */
export function openingWords({ from }: StatementFilter, own: Own, language: Language): string {
  return from ? own.opening(formatDate(from, language)) : ''
}

/** «Solde du compte au 30 septembre 2026». */
export function closingWords({ until }: StatementFilter, own: Own, language: Language): string {
  return until ? own.closing(formatDate(until, language)) : own.closingNow
}
