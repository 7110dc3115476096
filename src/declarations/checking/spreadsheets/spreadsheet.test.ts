import { describe, expect, it } from 'vitest'
import {
  archiveOf,
  type Part,
  sheetRows,
  workbookParts,
} from '../../../../test/support/archives.ts'
import { localDate } from '../../../calendar/index.ts'
import { centimes } from '../../../money/index.ts'
import { exampleFile, exampleLine } from '../example-line.ts'
import type { RecordField } from '../fields.ts'
import { checkContribution, checkDeclaration, findingSentence } from '../index.ts'
import {
  exampleColumns,
  exampleHeader,
  exampleRow,
  type RowChanges,
} from '../tables/example-table.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'
import { defaultSpreadsheetLimits } from './refuse-archive.ts'
import { writeDeclarationWorkbook } from '../../../../test/support/declaration-workbook.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'

const golden = checkDeclaration(exampleFile(exampleLine())).declaredLines

function tableRows(...changes: readonly RowChanges[]): string[][] {
  const rows = [exampleHeader(), ...changes.map((one) => exampleRow(one))]
  return rows.map((row) => row.split(';'))
}

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  return archiveOf(workbookParts(sheetRows(rows)))
}

async function codesOf(bytes: Uint8Array): Promise<string[]> {
  return (await checkContribution(bytes)).findings.map(({ code }) => code)
}

describe('a spreadsheet', () => {
  it('is the table in cells: the same lines, the same verdict, no encoding of its own', async () => {
    const result = await checkContribution(workbook(tableRows({})))
    expect(result).toMatchObject({
      layout: 'template-xlsx',
      encoding: null,
      lineEnd: null,
      lines: 1,
      accepted: 1,
      findings: [],
    })
    expect(result.declaredLines).toEqual([{ ...golden[0], line: 2 }])
  })

  it('RE36: what we write is read back the same, with days and amounts as such', async () => {
    const bytes = await writeDeclarationWorkbook([
      ...golden,
      {
        ...(golden[0] as (typeof golden)[number]),
        memberNumber: null,
        identityNumber: 'K987654',
        leaving: true,
        leftOn: localDate('2024-08-31'),
        salary: centimes(12345678),
      },
    ])
    const result = await checkContribution(bytes)
    expect(result.findings.map(({ code }) => code)).toEqual(['new_member'])
    const again = await checkContribution(await writeDeclarationWorkbook(result.declaredLines))
    expect(again.declaredLines).toEqual(result.declaredLines)
    expect(result.declaredLines).toMatchObject([
      { ...golden[0], line: 2 },
      { memberNumber: null, leftOn: '2024-08-31', salary: 12345678n },
    ])
  })

  it.each<[RecordField, string]>([
    ['memberNumber', '123456'],
    ['employerNumber', '5839'],
    ['employeeRate', '0.06'],
    ['employeeRate', '6'],
    ['salary', '36000.25'],
    ['salary', '36000.249999999996'],
    ['cnssNumber', '123456785'],
  ])(
    'a number typed as %s «%s» has lost its zeros or its digits are noise',
    async (field, typed) => {
      const result = await checkContribution(workbook(tableRows({ [field]: typed })))
      expect(result.findings).toEqual([])
      expect(result.declaredLines).toEqual([{ ...golden[0], line: 2 }])
    },
  )

  it('every amount of centimes survives being a float', async () => {
    const amounts = ['0.01', '0.1', '1.1', '8.29', '4.35', '1234567.89', '99999999.99', '70000.07']
    const rows = tableRows(
      ...amounts.map((salary, index) => ({ salary, memberNumber: `00000000${index + 1}` })),
    )
    const { declaredLines } = await checkContribution(workbook(rows))
    expect(declaredLines.map(({ salary }) => Number(salary))).toEqual([
      1, 10, 110, 829, 435, 123456789, 9999999999, 7000007,
    ])
  })

  it('names the cell of a finding, on the row of the sheet', async () => {
    const rows = [['Entreprise Atlas'], [], ...tableRows({}, { salary: '36O00' })]
    const { findings } = await checkContribution(workbook(rows))
    const found = findings.find(({ code }) => code === 'letter_in_number')
    expect(found).toMatchObject({ line: 5, column: 15, params: { cell: 'O5' } })
    expect(found && findingSentence(found, 'fr')).toContain('Ligne 5, salaire (O5)')
  })

  it('a line end inside a cell moves no row', async () => {
    const { findings } = await checkContribution(
      workbook(tableRows({ lastName: 'EL\nAMRANI' }, { salary: 'x', memberNumber: '7' })),
    )
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ['control_character', 2],
      ['not_digits', 3],
    ])
  })

  it('rows that nobody wrote are no lines', async () => {
    const [header = [], row = []] = tableRows({})
    const sheet = sheetRows([header, row])
      .replaceAll('r="2"', 'r="40"')
      .replace(/r="([A-Z]+)2"/g, 'r="$140"')
    expect(await checkContribution(archiveOf(workbookParts(sheet)))).toMatchObject({
      lines: 1,
      findings: [],
      declaredLines: [{ line: 40 }],
    })
  })

  it('is read on the sheet that has the columns, wherever it stands', async () => {
    const bytes = await writeSpreadsheet([
      { name: 'Aide', header: ['Comment remplir'], rows: [['Une ligne par salarié']] },
      { name: 'T3', header: tableRows()[0] ?? [], rows: tableRows({}).slice(1) },
    ])
    expect(await checkContribution(bytes)).toMatchObject({ layout: 'template-xlsx', accepted: 1 })
  })

  it('is refused as a table without its columns', async () => {
    expect(
      await codesOf(
        workbook([
          ['a', 'b'],
          ['1', '2'],
        ]),
      ),
    ).toEqual(['layout_unknown'])
    expect(await codesOf(workbook([]))).toEqual(['file_empty'])
  })
})

describe('what a spreadsheet computes', () => {
  it('AT90: a formula is not what somebody declares, whatever it came to; the other rows are kept', async () => {
    const rows = tableRows({}, { memberNumber: '123457' }).map((cells, row) =>
      row === 2 ? cells.map((cell, column) => (column === 14 ? '=A1*3→36000' : cell)) : cells,
    )
    const result = await checkContribution(workbook(rows))
    expect(result).toMatchObject({ lines: 2, accepted: 1 })
    expect(result.findings).toMatchObject([
      { line: 3, field: 'salary', code: 'cell_formula', value: '=A1*3', params: { cell: 'O3' } },
    ])
  })

  it('AT90: a formula in a CSV file is one too', () => {
    const text = `${exampleHeader()}\n${exampleRow({ salary: '=12000*3' })}\n`
    expect(checkDeclaration(new TextEncoder().encode(text)).findings).toMatchObject([
      { code: 'cell_formula', value: '=12000*3' },
    ])
  })

  it.each(['#N/A', '#REF!', '#DIV/0!', '#VALEUR!'])(
    '%s is an error, not a value',
    async (error) => {
      expect(await codesOf(workbook(tableRows({ salary: error })))).toEqual(['cell_error'])
    },
  )

  it('a day shown as a number, and a number cut short, are told', async () => {
    const result = await checkContribution(
      workbook(tableRows({ joinedOn: '40238', memberNumber: '1,23E+08' })),
    )
    expect(result.findings).toMatchObject([
      { code: 'number_abbreviated', field: 'memberNumber' },
      { code: 'date_serial', field: 'joinedOn', correction: '01/03/2010' },
    ])
  })
})

const parts = workbookParts(sheetRows(tableRows({})))
const withPart = (name: string, content: string | Uint8Array = 'x') =>
  archiveOf([...parts, { name, content }])
const changed = (name: string, change: (part: Part) => Part) =>
  archiveOf(parts.map((part) => (part.name === name ? change(part) : part)))
const sheetName = 'xl/worksheets/sheet1.xml'
const compound = (text: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(text, 'utf16le'),
    ]),
  )

describe('a spreadsheet that is not what it seems', () => {
  it.each<[string, Uint8Array, string]>([
    ['AT90: protected by a password', compound('EncryptedPackage'), 'spreadsheet_protected'],
    ['AT90: of the format of 1997', compound('Workbook'), 'spreadsheet_other_format'],
    ['AT90: with macros', withPart('xl/vbaProject.bin'), 'spreadsheet_macros'],
    [
      'AT90: fed by another workbook',
      withPart('xl/externalLinks/externalLink1.xml'),
      'spreadsheet_links',
    ],
    ['AT90: fed by a database', withPart('xl/connections.xml'), 'spreadsheet_links'],
    ['binary', withPart('xl/workbook.bin'), 'spreadsheet_other_format'],
    [
      'of LibreOffice',
      archiveOf([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: 'x' },
      ]),
      'spreadsheet_other_format',
    ],
    ['AT84: a document', archiveOf([{ name: 'word/document.xml', content: 'x' }]), 'file_not_text'],
    ['AT84: with a path that climbs', withPart('../../etc/passwd'), 'spreadsheet_damaged'],
    [
      'an entry encrypted by itself',
      changed(sheetName, (part) => ({ ...part, flags: 1 })),
      'spreadsheet_protected',
    ],
    [
      'AT88: declaring more than any declaration has',
      changed(sheetName, (part) => ({ ...part, declaredSize: 4_000_000_000 })),
      'spreadsheet_too_large',
    ],
    [
      'AT88: giving more than it declares',
      changed(sheetName, (part) => ({ ...part, declaredSize: 100 })),
      'spreadsheet_damaged',
    ],
    [
      'AT88: giving less than it declares',
      changed(sheetName, (part) => ({ ...part, declaredSize: 100_000 })),
      'spreadsheet_damaged',
    ],
    [
      'AT88: declaring no size at all',
      changed(sheetName, (part) => ({ ...part, declaredSize: 0 })),
      'spreadsheet_damaged',
    ],
    [
      'AT88: whose entries overlap',
      archiveOf([...parts, { name: 'xl/worksheets/sheet2.xml', content: 'x', overlaps: true }]),
      'spreadsheet_damaged',
    ],
    ['AT88: with an archive inside', withPart('xl/media/nested.zip', archiveOf(parts)), ''],
    [
      'AT90: shared texts out of proportion',
      archiveOf(
        workbookParts(
          sheetRows(tableRows({})),
          `<sst>${'<si><t>a</t></si>'.repeat(3_000_000)}</sst>`,
        ),
      ),
      'spreadsheet_too_large',
    ],
    [
      'AT86: with entities of its own',
      changed(sheetName, ({ name, content }) => ({
        name,
        content: `<!DOCTYPE x [<!ENTITY a "b">]>${String(content)}`,
      })),
      'spreadsheet_damaged',
    ],
    [
      'cut short',
      changed(sheetName, ({ name, content }) => ({ name, content: String(content).slice(0, -30) })),
      'spreadsheet_damaged',
    ],
    [
      'with rows out of order',
      archiveOf(workbookParts(sheetRows(tableRows({}, {})).replace('r="3"', 'r="1"'))),
      'spreadsheet_damaged',
    ],
    [
      'wider than any table',
      archiveOf(workbookParts('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
      'spreadsheet_too_large',
    ],
    [
      'longer than any declaration',
      archiveOf(workbookParts('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
      'spreadsheet_too_large',
    ],
    ['an archive cut in two', archiveOf(parts).slice(0, 400), 'spreadsheet_damaged'],
    [
      'an archive of nothing',
      Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]),
      'spreadsheet_damaged',
    ],
  ])('%s', async (_what, bytes, code) => {
    const result = await checkContribution(bytes)
    expect(result.findings.map((found) => found.code)).toEqual(code === '' ? [] : [code])
    if (code === '') return
    expect(result).toMatchObject({ layout: null, lines: 0, accepted: 0, declaredLines: [] })
    expect(result.findings[0]?.severity).toBe('blocking')
  })

  it('AT90: one text shown in a million cells stops at the limit', async () => {
    const long = 'A'.repeat(30_000)
    const cells = Array.from(
      { length: 20 },
      (_, column) => `<c r="${String.fromCharCode(65 + column)}1" t="s"><v>0</v></c>`,
    ).join('')
    const rows = Array.from(
      { length: 500 },
      (_, row) => `<row r="${row + 1}">${cells.replace(/([A-T])1"/g, `$1${row + 1}"`)}</row>`,
    )
    const bytes = archiveOf(workbookParts(rows.join(''), `<sst><si><t>${long}</t></si></sst>`))
    const limits = { ...defaultSpreadsheetLimits, inflatedBytes: 20_000_000 }
    expect(await readSpreadsheet(bytes, limits)).toMatchObject({
      ok: false,
      findings: [{ code: 'spreadsheet_too_large' }],
    })
  })

  it('AT88: a bomb of a gigabyte in a small file is refused before it is inflated', async () => {
    const bomb = changed(sheetName, (part) => ({
      ...part,
      content: Buffer.alloc(300_000_000, 'a'),
    }))
    expect(bomb.length).toBeLessThan(400_000)
    expect(await codesOf(bomb)).toEqual(['spreadsheet_too_large'])
    bomb.fill(0xff, bomb.length / 2, bomb.length / 2 + 1_000)
    expect(await codesOf(bomb), 'who inflates it finds it damaged').toEqual([
      'spreadsheet_too_large',
    ])
  })
})

describe('AT100: what we write', () => {
  it('holds no formula, whatever a text begins with', async () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x";"y")']
    const bytes = await writeSpreadsheet([
      { name: 'Constats', header: ['Valeur'], rows: dangerous.map((one) => [one]) },
    ])
    const { streamXlsxRows } = await import('hucre/xlsx')
    const read: unknown[] = []
    for await (const { values } of streamXlsxRows(bytes)) read.push(values[0])
    expect(read.slice(1)).toEqual(dangerous)
    const { openXlsx } = await import('hucre/xlsx')
    const { sheets } = await openXlsx(bytes)
    const formulas = [...(sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula)
    expect(formulas).toEqual([])
  })
})

it('the columns of the template are the fields of the fund’s record', () => {
  expect(new Set(exampleColumns).size).toBe(22)
})
