import { formatShortDate, type LocalDate, localDateAt } from '../calendar/index.ts'
import { type Dirhams, decimalString, negate, zeroDirhams } from '../money/index.ts'
import type { XlsxCell, XlsxColumn } from '../platform/xlsx/write-xlsx.ts'
import { entryPapers, entryWording, type Telling } from './entry-label.ts'
import type { NumberedLine, ShownLine, StatementTotals } from './statement.ts'
import { closingWords, openingWords, type ToldPeriod } from './statement-words.ts'

/** The columns of a statement in a file, the same in every format: balances in two columns, so that none is negative. */
export function statementHead({ words }: Telling): string[] {
  const { statement: own } = words
  return [
    own.number,
    own.date,
    own.recordedColumn,
    own.label,
    own.reference,
    own.debit,
    own.credit,
    own.debitBalance,
    own.creditBalance,
  ]
}

export function statementColumns(telling: Telling): XlsxColumn[] {
  const widths = [8, 12, 12, 70, 28, 16, 16, 16, 16]
  return statementHead(telling).map((header, index) => ({
    header,
    width: widths[index] ?? 12,
    isDay: index === 1 || index === 2,
    isAmount: index > 4,
  }))
}

/** A row of the file: what the account was before the period, each entry, what they come to, what the account was after. */
export type StatementRow =
  | { readonly kind: 'opening' | 'closing'; readonly balance: Dirhams }
  | { readonly kind: 'line'; readonly line: ShownLine & NumberedLine }
  | ({ readonly kind: 'totals' } & Pick<StatementTotals, 'entries' | 'debit' | 'credit'>)

/** In which words rows are told, of which period. */
export interface RowTelling extends Telling {
  readonly period: ToldPeriod
}

/** Amounts as a French spreadsheet reads them: «14490,11», without spaces. */
export function statementTexts(row: StatementRow, telling: RowTelling): string[] {
  const amounts = figuresOf(row).map((amount) =>
    amount === 0n && row.kind === 'line' ? '' : asText(amount),
  )
  return [...textsOf(row, telling), ...amounts]
}

/** A spreadsheet counts in floating point: exact here up to a thousand billion dirhams. */
export function statementCells(row: StatementRow, telling: RowTelling): XlsxCell[] {
  const amounts = figuresOf(row).map((amount) =>
    amount === null || (amount === 0n && row.kind === 'line')
      ? null
      : Number(decimalString(amount)),
  )
  return [...cellsOf(row, telling), ...amounts]
}

function asText(amount: Dirhams | null): string {
  return amount === null ? '' : decimalString(amount).replace('.', ',')
}

/** Debit, credit, then the balance on its own side; nothing in the columns that a row does not speak of. */
function figuresOf(row: StatementRow): (Dirhams | null)[] {
  if (row.kind === 'line') return amountsOf(row.line)
  if (row.kind === 'totals') return [row.debit, row.credit, null, null]
  const [debitSide, creditSide] = sidesOf(row.balance)
  return row.balance < 0n ? [null, null, null, creditSide] : [null, null, debitSide, null]
}

function textsOf(row: StatementRow, telling: RowTelling): string[] {
  if (row.kind === 'line') return wordsOf(row.line, telling)
  const own = telling.words.statement
  const label = {
    opening: () => openingWords(telling.period, own, telling.language),
    totals: () => own.totals,
    closing: () => closingWords(telling.period, own, telling.language),
  }[row.kind]()
  return ['', '', '', label, '']
}

/** The number as a number and the days as days, for whoever sorts and filters. */
function cellsOf(row: StatementRow, telling: RowTelling): XlsxCell[] {
  const texts = textsOf(row, telling)
  if (row.kind !== 'line') return texts
  const { place, occurredOn, recordedAt } = row.line
  const day = (date: LocalDate) => new Date(`${date}T00:00:00Z`)
  return [Number(place), day(occurredOn), day(localDateAt(recordedAt)), ...texts.slice(3)]
}

function wordsOf(line: NumberedLine, telling: Telling): string[] {
  return [
    String(line.place),
    formatShortDate(line.occurredOn),
    formatShortDate(localDateAt(line.recordedAt)),
    withoutIsolates(entryWording(line, telling)),
    withoutIsolates(entryPapers(line, telling)),
  ]
}

/** Debit, credit, then the balance on its own side. */
export function amountsOf({ debit, credit, balance }: ShownLine): Dirhams[] {
  return [debit, credit, ...(balance === null ? [zeroDirhams, zeroDirhams] : sidesOf(balance))]
}

function sidesOf(balance: Dirhams): [Dirhams, Dirhams] {
  return balance < 0n ? [zeroDirhams, negate(balance)] : [balance, zeroDirhams]
}

/** Invisible marks of direction help on a page and hinder in a spreadsheet. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '')
}
