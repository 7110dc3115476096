import type { LineField } from './checking/fields.ts'
import { fundTexts, type WritableLine } from './checking/fund-texts.ts'
import { templateColumns } from './checking/layouts/template.ts'

/** What there is to fill in stands beside the name, and not fifteen columns further. */
const first: readonly LineField[] = ['memberNumber', 'lastName', 'firstName', 'salary', 'leftOn']

const columnOf = new Map(templateColumns.map((column) => [column.field, column]))

/** The fund's table without «Code»: a day of departure alone says who leaves (contribution-file.md, «The table»). */
const columns = [...new Set([...first, ...columnOf.keys()])].flatMap((field) =>
  field === 'recordCode' ? [] : (columnOf.get(field) ?? []),
)

export const preparedColumns = columns.map(({ field, header }) => ({
  header,
  ...(field === 'salary' && { isAmount: true }),
  ...(field === 'leftOn' && { isDay: true }),
}))

export function preparedCells(line: WritableLine): string[] {
  const texts = fundTexts(line)
  return columns.map(({ field, form }) => form.write(texts[field]))
}
