import { describe, expect, it } from 'vitest'
import { wordsIn } from '../web/words/index.ts'
import { templateNamed, writeBlankTemplate } from './blank-template.ts'
import { checkContribution } from './checking/index.ts'
import { exampleColumns, exampleRow } from './checking/tables/example-table.ts'

const textOf = (body: string | Uint8Array) =>
  typeof body === 'string' ? body : new TextDecoder().decode(body)

describe('the empty template', () => {
  it('in CSV is the line of titles, and a line below it is read', async () => {
    const { name, body } = await writeBlankTemplate('csv', wordsIn('fr'), 'fr')
    expect(name).toBe('modele-declaration.csv')
    const filled = new TextEncoder().encode(`${textOf(body)}${exampleRow()}\r\n`)
    expect(await checkContribution(filled)).toMatchObject({
      layout: 'template-csv',
      accepted: 1,
      findings: [],
    })
  })

  it.each(['fr', 'ar'] as const)(
    'in Excel has a second sheet that says what to write, and is read all the same (%s)',
    async (language) => {
      const { body } = await writeBlankTemplate('xlsx', wordsIn(language), language)
      if (typeof body === 'string') throw new Error('a workbook is bytes')
      const { openXlsx, saveXlsx } = await import('hucre/xlsx')
      const workbook = await openXlsx(body)
      const [declaration, guide] = workbook.sheets
      expect(declaration?.rows).toHaveLength(1)
      expect(guide?.rows).toHaveLength(exampleColumns.length + 1)
      expect(guide?.rows.every((row) => row.every((cell) => String(cell).length > 0))).toBe(true)
      declaration?.rows.push(exampleRow().split(';'))
      const filled = await checkContribution(await saveXlsx(workbook))
      expect(filled).toMatchObject({ layout: 'template-xlsx', accepted: 1, findings: [] })
    },
  )

  it.each(['csv', 'xlsx'] as const)(
    'sent as it was given is an empty file (%s)',
    async (format) => {
      const { body } = await writeBlankTemplate(format, wordsIn('fr'), 'fr')
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
      const { layout, findings } = await checkContribution(bytes)
      expect(layout).toBeNull()
      expect(findings).toMatchObject([{ code: 'file_empty' }])
    },
  )

  it('is asked for by its name, and nothing else is', () => {
    expect(templateNamed('modele.csv')).toBe('csv')
    expect(templateNamed('modele.xlsx')).toBe('xlsx')
    expect(templateNamed('modele.pdf')).toBeUndefined()
    expect(templateNamed('autre.csv')).toBeUndefined()
  })
})
