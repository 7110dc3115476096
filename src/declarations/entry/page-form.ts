import { isRowId } from '../../platform/db/row-id.ts'
import { type Fields, type Mistakes, text } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import { type RowMistakes, type Typed, writtenAgain } from './row.ts'

/** Names of the fields of a row; the row's key is in each. */
export const salaryField = (key: string) => `salaire-${key}`
export const leftField = (key: string) => `sortie-${key}`
export const reasonField = (key: string) => `motif-${key}`
/** What the page showed, so that a value nobody touched is not taken for a change. */
export const seenField = (key: string) => `vu-${key}`
/** Stands for the key of somebody who is being added. */
export const newKey = 'nouveau'

export interface PostedRow {
  readonly key: string
  /** The salary alone on the sheet; everything about the quarter on a member's card. */
  readonly typed: Partial<Typed>
  readonly seen: Partial<Typed>
}

/** The rows of a page as they come back, in the order of the page. */
export function parsePage(fields: Fields): PostedRow[] {
  const prefix = salaryField('')
  return Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter(isRowId)
    .map((key) => postedRow(fields, key))
}

function postedRow(fields: Fields, key: string): PostedRow {
  const typed = parseTyped(fields, key)
  const seen = parseSeen(text(fields, seenField(key)))
  if (leftField(key) in fields) return { key, typed, seen }
  return { key, typed: { salary: typed.salary }, seen: { salary: seen.salary } }
}

/** What was typed for one row. */
export function parseTyped(fields: Fields, key: string): Typed {
  return writtenAgain({
    salary: plain(text(fields, salaryField(key)), 40),
    leftOn: plain(text(fields, leftField(key)), 20),
    unpaidReason: plain(text(fields, reasonField(key)), 200),
  })
}

// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** One line, as long as its column: what cannot be seen is not kept. */
function plain(typed: string, most: number): string {
  return typed.normalize('NFC').replace(unseen, '').slice(0, most).trim()
}

const separator = '|'

export function writeSeen({ salary, leftOn, unpaidReason }: Typed): string {
  return [salary, leftOn, unpaidReason].join(separator)
}

/** The reason comes last: it alone may hold the separator. */
function parseSeen(seen: string): Typed {
  const [salary = '', leftOn = '', ...reason] = seen.split(separator)
  return { salary, leftOn, unpaidReason: reason.join(separator) }
}

const fieldOf = { salary: salaryField, leftOn: leftField, unpaidReason: reasonField } as const

/** The mistakes of a row, each at its field. */
export function rowErrors(
  key: string,
  name: string,
  mistakes: RowMistakes,
  said: Words['entry']['mistakes'],
): Mistakes {
  return Object.fromEntries(
    (['salary', 'leftOn', 'unpaidReason'] as const).flatMap((field) => {
      const mistake = mistakes[field]
      return mistake ? [[fieldOf[field](key), said[mistake](name)]] : []
    }),
  )
}

/** On the sheet a row has one field: the first mistake is told there. */
export function sheetError(
  key: string,
  name: string,
  mistakes: RowMistakes,
  said: Words['entry']['mistakes'],
): Mistakes {
  const [sentence] = Object.values(rowErrors(key, name, mistakes, said))
  return sentence === undefined ? {} : { [salaryField(key)]: sentence }
}
