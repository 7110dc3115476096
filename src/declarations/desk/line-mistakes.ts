import { type Fields, type Mistakes, text } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import type { Visit } from '../../web/visit.ts'
import type { LineField } from '../checking/fields.ts'
import { fundLength } from '../checking/fund-form.ts'
import { adviceAtField } from '../finding-words.ts'
import { type FindingRow, isMasked } from './store/finding-row.ts'

/** What the check says of a line, each sentence at its field. */
export function mistakesOf(
  findings: readonly FindingRow[],
  fields: Fields,
  { words, language }: Pick<Visit, 'words' | 'language'>,
): Mistakes {
  const sentences = findings.map((row) => [
    row.field,
    adviceAtField(asTyped(row, fields), words.desk, language),
  ])
  return Object.fromEntries(sentences)
}

/** What is masked beside a finding was typed here. */
function asTyped(row: FindingRow, fields: Fields): FindingRow {
  return isMasked(row.value) ? { ...row, value: text(fields, row.field) } : row
}

/** What cannot be written as it was typed, each with how to write it. */
export function notWritten(
  wrong: readonly LineField[],
  { notWritten: said }: Words['desk'],
): Mistakes {
  return Object.fromEntries(wrong.map((name) => [name, sentenceFor(name, said)]))
}

function sentenceFor(name: LineField, said: Words['desk']['notWritten']): string {
  switch (name) {
    case 'employerNumber':
    case 'category':
    case 'memberNumber':
      return said.digits(fundLength(name))
    case 'employeeRate':
      return said.rate
    case 'salary':
      return said.amount
    case 'joinedOn':
    case 'bornOn':
    case 'leftOn':
      return said.day
    default:
      return said.length(fundLength(name))
  }
}
