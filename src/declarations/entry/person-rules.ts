import type { Quarter } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import type { Mistakes } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import { fundLetters } from '../checking/text-forms.ts'
import { type CivilData, fullName } from './civil-data.ts'
import type { LockedSheet } from './lock-sheet.ts'
import { newKey, rowErrors } from './page-form.ts'
import { personFields } from './person-form.ts'
import { readRow, type Typed } from './row.ts'

/** Nobody twice on a sheet: by matricule, then by identity document. Only this company's own people are compared. */
export function namesakeOf(
  civil: CivilData,
  key: string | undefined,
  { sheet, former }: LockedSheet,
  said: Words['entry']['personMistakes'],
): Mistakes {
  const others = sheet.rows.filter((row) => row.key !== key)
  const sameNumber = others.find((row) => isSame(row.civil.memberNumber, civil.memberNumber))
  if (sameNumber) return { [personFields.memberNumber]: said.onSheet(fullName(sameNumber.civil)) }
  const sameIdentity = others.find((row) => isSame(row.civil.identityNumber, civil.identityNumber))
  if (sameIdentity)
    return { [personFields.identityNumber]: said.onSheet(fullName(sameIdentity.civil)) }
  const back = former.find((one) => isSame(one.memberNumber, civil.memberNumber))
  return back && key === undefined
    ? { [personFields.memberNumber]: said.isFormer(fullName(back)) }
    : {}
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other
}

/** What is declared of somebody who is being added, with the rules of every row; it may also wait. */
// oxlint-disable-next-line max-params -- what was typed, of whom, for when, in which words
export function mistakesOfNew(
  typed: Typed,
  civil: CivilData,
  { quarter, limit }: { readonly quarter: Quarter; readonly limit: Dirhams | null },
  said: Words['entry']['mistakes'],
): Mistakes {
  const row = { ...typed, key: newKey, kind: 'new', civil } as const
  const read = readRow(
    { ...row, known: null, nameReason: '', last: null, isCarried: false, limit },
    quarter,
  )
  return read.state === 'wrong' ? rowErrors(newKey, fullName(civil), read.mistakes, said) : {}
}

/** The engine asks about another name under a known matricule (contribution-file.md, `member_name_differs`). */
export function isRenamed(from: CivilData, to: CivilData): boolean {
  return letters(fullName(from)) !== letters(fullName(to))
}

function letters(name: string): string {
  return fundLetters(name).replace(/[^A-Z]/g, '')
}
