import { formatShortDate, localDateAt } from '../calendar/index.ts'
import { type Dirhams, decimalString, negate, zeroDirhams } from '../money/index.ts'
import type { XlsxCell, XlsxColumn } from '../platform/xlsx/write-xlsx.ts'
import { entryReference, entryWording, type Telling } from './entry-label.ts'
import type { StatementLine } from './statement.ts'

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
    isAmount: index > 4,
  }))
}

/** Amounts as a French spreadsheet reads them: «14490,11», without spaces. */
export function statementTexts(line: StatementLine, telling: Telling): string[] {
  const amounts = amountsOf(line).map((amount) =>
    amount === 0n ? '' : decimalString(amount).replace('.', ','),
  )
  return [...wordsOf(line, telling), ...amounts]
}

/** A spreadsheet counts in floating point: exact here up to a thousand billion dirhams. */
export function statementCells(line: StatementLine, telling: Telling): XlsxCell[] {
  const amounts = amountsOf(line).map((amount) =>
    amount === 0n ? null : Number(decimalString(amount)),
  )
  return [...wordsOf(line, telling), ...amounts]
}

function wordsOf(line: StatementLine, telling: Telling): string[] {
  return [
    String(line.number),
    formatShortDate(line.occurredOn),
    formatShortDate(localDateAt(line.recordedAt)),
    withoutIsolates(entryWording(line, telling)),
    entryReference(line),
  ]
}

/** Debit, credit, then the balance on its own side. */
export function amountsOf({ debit, credit, owedAfter }: StatementLine): Dirhams[] {
  return [
    debit,
    credit,
    owedAfter > 0n ? owedAfter : zeroDirhams,
    owedAfter < 0n ? negate(owedAfter) : zeroDirhams,
  ]
}

/** Invisible marks of direction help on a page and hinder in a spreadsheet. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '')
}
