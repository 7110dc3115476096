import type { Tx } from '../../../platform/db/database.ts'
import { wordsIn } from '../../../web/words/index.ts'
import { colon, type Language } from '../../../web/words/language.ts'
import type { ByteSource } from '../../checking/byte-source.ts'
import type { LineField } from '../../checking/fields.ts'
import { annotationHeaders } from '../../checking/layouts/template.ts'
import { cellFor } from '../../checking/tables/cell-for.ts'
import { rowsOf } from '../../content.ts'
import { adviceFor, causeTitle, labelOf, labelOfField, toldValue } from '../../finding-words.ts'
import type { Owner } from '../../store/lines.ts'
import type { LineBook } from '../line-book.ts'
import { type FindingRow, isMasked } from '../store/finding-row.ts'
import { findingPages, FindingsByLine } from './finding-pages.ts'

/** A table as it is written, its titles first. */
export type FileRows = AsyncGenerator<readonly string[]>

export interface Told {
  readonly tx: Tx
  readonly owner: Owner
  readonly language: Language
}

/** Every finding: where, what was read, the rule, how to mend it (quality US14). */
export async function* findingRows({ tx, owner, language }: Told): FileRows {
  const words = wordsIn(language)
  const { csv, severities } = words.declarations
  yield [
    csv.line,
    csv.column,
    csv.field,
    csv.value,
    csv.severity,
    csv.rule,
    csv.sentence,
    csv.proposed,
    csv.reason,
  ]
  for await (const page of findingPages(tx, owner)) {
    for (const row of page) {
      yield [
        String(row.line),
        String(row.column),
        labelOf(row, language),
        toldValue(row),
        severities[row.severity],
        causeTitle(row, words.desk, language),
        adviceFor(row, language),
        row.correction ?? '',
        row.confirmed?.reason ?? '',
      ]
    }
  }
}

export interface Lines {
  readonly source: ByteSource
  readonly book: LineBook
  /** Only those that are not taken. */
  readonly onlyWrong: boolean
}

/**
 * The lines as a table: which line each is, what is wrong with it and what is proposed, then its cells. Sent again, the
 * first three columns say nothing but the place of the line.
 */
export async function* lineRows(
  { tx, owner, language }: Told,
  { source, book, onlyWrong }: Lines,
): FileRows {
  yield [...annotationHeaders, ...book.titles]
  const findings = new FindingsByLine(tx, owner)
  for (const row of rowsOf(source)) {
    if (!book.isLine(row)) continue
    const found = await findings.at(row.line)
    if (onlyWrong && !found.some(isWrong)) continue
    const asked = found.filter(isAsked)
    const said = asked.map((one) => saidOf(one, language)).join(' | ')
    const proposed = asked.flatMap((one) => proposalOf(one, book, language)).join(' | ')
    yield [String(row.line), said, proposed, ...book.cells(row.text)]
  }
}

/** The lines to correct as they are, in a layout that has no place for more. */
export async function* plainLines(
  { tx, owner }: Told,
  { source, book }: Pick<Lines, 'source' | 'book'>,
): AsyncGenerator<string> {
  const findings = new FindingsByLine(tx, owner)
  for (const row of rowsOf(source)) {
    if (!book.isLine(row)) continue
    if ((await findings.at(row.line)).some(isWrong)) yield row.text + (row.ending || '\r\n')
  }
}

const isWrong = ({ severity }: FindingRow) => severity === 'blocking'

/** What is only told, and what somebody gave a reason for, is not asked again. */
const isAsked = ({ severity, confirmed }: FindingRow) =>
  severity !== 'information' && confirmed === null

/** The field first, since a cell tells of several. */
function saidOf(row: FindingRow, language: Language): string {
  const advice = adviceFor(row, language)
  return row.field === ''
    ? advice
    : labelOfField(row.field as LineField, language) + colon(language) + advice
}

/** «Date de naissance : 15/07/1985». */
function proposalOf(row: FindingRow, book: LineBook, language: Language): string[] {
  const { correction, field } = row
  if (!correction || field === '' || isMasked(correction)) return []
  const name = field as LineField
  const cell = cellFor(name, book.reading(name, correction))
  return [labelOfField(name, language) + colon(language) + cell]
}
