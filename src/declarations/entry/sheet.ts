import type { Quarter } from '../../calendar/index.ts'
import { fundLetters } from '../checking/text-forms.ts'
import { fullName } from './civil-data.ts'
import { type Reading, type Row, readRow } from './row.ts'

/** The rows of one company, category and quarter, by name. */
export interface Sheet {
  /** Grows at each save; nothing was saved yet at zero. */
  readonly version: number
  readonly rows: readonly Row[]
  /** The quarter whose salaries are shown beside the fields. */
  readonly lastQuarter: Quarter | null
  readonly saved: { readonly at: Date; readonly by: string } | null
}

export const rowsOnPage = 25

/** What of the sheet is looked at: kept in the address. */
export interface Look {
  readonly page: number
  /** Part of a name or number. */
  readonly search: string
  /** Only what is still to complete or to confirm. */
  readonly onlyLeft: boolean
}

export interface Shown extends Look {
  readonly rows: readonly Row[]
  readonly pages: number
  /** Rows that the search and the filter keep. */
  readonly count: number
}

export function shownOf(sheet: Sheet, quarter: Quarter, look: Look): Shown {
  const kept = sheet.rows.filter(
    (row) => matches(row, look.search) && (!look.onlyLeft || isLeft(readRow(row, quarter))),
  )
  const pages = Math.max(1, Math.ceil(kept.length / rowsOnPage))
  const page = Math.min(Math.max(1, look.page), pages)
  const rows = kept.slice((page - 1) * rowsOnPage, page * rowsOnPage)
  return { ...look, page, pages, rows, count: kept.length }
}

/** The page of the whole sheet on which a row stands. */
export function pageOf(sheet: Sheet, key: string): number {
  const index = sheet.rows.findIndex((row) => row.key === key)
  return index < 0 ? 1 : Math.floor(index / rowsOnPage) + 1
}

function matches({ civil }: Row, search: string): boolean {
  const wanted = fundLetters(search).trim()
  if (wanted === '') return true
  const names = fundLetters(`${fullName(civil)} ${fullName(turned(civil))}`)
  return [names, civil.memberNumber ?? '', civil.staffNumber].some((text) => text.includes(wanted))
}

function turned({ firstName, lastName }: Row['civil']) {
  return { firstName: lastName, lastName: firstName }
}

/** Still asks for something: nothing typed, a mistake, a salary carried over and not confirmed. */
function isLeft({ state }: Reading): boolean {
  return state === 'empty' || state === 'wrong' || state === 'carried'
}

export type Progress = Readonly<Record<Reading['state'], number>>

export function progressOf(sheet: Sheet, quarter: Quarter): Progress {
  const counts = { empty: 0, wrong: 0, carried: 0, paid: 0, left: 0, unpaid: 0 }
  for (const row of sheet.rows) counts[readRow(row, quarter).state]++
  return counts
}

/** How many rows stand between the sheet and its check. */
export function leftIn(progress: Progress): number {
  return progress.empty + progress.wrong + progress.carried
}

/** By family name, then first name: as on the fund's own file. */
export function byName(one: Row, other: Row): number {
  return (
    compare(one.civil.lastName, other.civil.lastName) ||
    compare(one.civil.firstName, other.civil.firstName) ||
    compare(one.key, other.key)
  )
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
