import { formatDate, type LocalDate } from '../calendar/index.ts'
import type { Language } from '../web/words/language.ts'
import type { Words } from '../web/words/index.ts'
import type { StatementFilter } from './statement.ts'

type Own = Words['ledger']['statement']

/** «Solde du compte avant le 1er juillet 2026», and the same in every format. */
export function openingWords({ from }: StatementFilter, own: Own, language: Language): string {
  return from ? own.opening(formatDate(from, language)) : ''
}

/** A period as it is told on a day. */
export type ToldPeriod = StatementFilter & { readonly today: LocalDate }

/** «Solde du compte au 30 septembre 2026»; nobody knows yet what the account will be on a day that is not over. */
export function closingWords({ until, today }: ToldPeriod, own: Own, language: Language): string {
  return until && until < today ? own.closing(formatDate(until, language)) : own.closingNow
}
