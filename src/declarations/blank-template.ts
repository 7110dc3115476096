import type { Words } from '../web/words/index.ts'
import { colon, type Language } from '../web/words/language.ts'
import type { LineField } from './checking/fields.ts'
import { type ColumnSpec, templateColumns, templateCsv } from './checking/layouts/template.ts'
import { templateHeader, writeDeclaration } from './checking/write-declaration.ts'
import { fileTypes } from './desk/files/desk-file.ts'
import { labelOfField } from './finding-words.ts'

export type TemplateFormat = 'csv' | 'xlsx'

export interface Template {
  readonly name: string
  readonly type: string
  readonly body: string | Uint8Array
}

/** «modele.csv» in an address. */
export function templateNamed(name: string): TemplateFormat | undefined {
  return (['csv', 'xlsx'] as const).find((format) => name === `modele.${format}`)
}

/** The fund's table with its titles and no line: filled in, it is a file like any other (product D2). */
export async function writeBlankTemplate(
  format: TemplateFormat,
  words: Words,
  language: Language,
): Promise<Template> {
  const name = `modele-declaration.${format}`
  if (format === 'csv') {
    return { name, type: fileTypes.csv, body: writeDeclaration(templateCsv, []) }
  }
  // Loaded when it is asked for: nothing else of the page writes a workbook.
  const { writeSpreadsheet } = await import('./checking/spreadsheets/write-spreadsheet.ts')
  const said = words.declarations.template
  const body = await writeSpreadsheet([
    { name: said.sheet, header: templateHeader, rows: [] },
    {
      name: said.guide,
      header: [said.column, said.needed, said.how],
      rows: templateColumns.map((column) => guideTo(column, words, language)),
      widths: [26, 16, 60],
    },
  ])
  return { name, type: fileTypes.xlsx, body }
}

/** What to write in a column: the second sheet, which is not read. */
function guideTo({ field, header, need }: ColumnSpec, words: Words, language: Language): string[] {
  const said = words.declarations.template
  const own: Partial<Record<LineField, string>> = {
    ...words.desk.hints,
    joinedOn: words.desk.hints.day,
    bornOn: words.desk.hints.day,
  }
  const choices: Partial<Record<LineField, Readonly<Record<string, string>>>> = words.desk.choices
  const letters = Object.entries(choices[field] ?? {}).map(
    ([letter, word]) => letter + colon(language) + word,
  )
  const how = own[field] ?? (letters.join(' · ') || labelOfField(field, language))
  return [header, said.need[need], how]
}
