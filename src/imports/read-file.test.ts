import { describe, expect, it } from 'vitest'
import { csvFile } from '../web/csv.ts'
import { columnsOf } from './columns/index.ts'
import { importKinds } from './import-kind.ts'
import { openImportFile } from './read-file.ts'
import { readRow } from './read-row.ts'
import { templateOf } from './template.ts'

const bytes = (text: string) => Buffer.from(text)
const open = (text: string | Uint8Array) =>
  openImportFile('employers', typeof text === 'string' ? bytes(text) : text)

function rowsOf(text: string | Uint8Array) {
  const file = open(text)
  if (!file.ok) throw new Error(file.finding.code)
  return [...file.rows()].map((row) => readRow(file.header, row))
}

const head = 'N° Adhérent;Raison sociale;Date d’adhésion;Ville'
const row = '005839;Atlas;01/07/2012;Fès'
const read = { employerNumber: '005839', name: 'Atlas', joinedOn: '2012-07-01', city: 'Fès' }

describe('AT85: a file as spreadsheets write it', () => {
  it.each([
    ['semicolons', `${head}\r\n${row}\r\n`],
    ['commas', `${head.replaceAll(';', ',')}\n${row.replaceAll(';', ',')}`],
    ['tabs', `${head.replaceAll(';', '\t')}\n${row.replaceAll(';', '\t')}`],
    ['a mark', `\ufeff${head}\n${row}\n`],
    ['the line that tells the separator', `sep=;\r\n${head}\r\n${row}\r\n`],
    [
      'quotes around everything',
      `"${head.replaceAll(';', '";"')}"\n"${row.replaceAll(';', '";"')}"`,
    ],
    ['formulas that keep zeros', `${head}\n="005839";Atlas;01/07/2012;Fès`],
    ['a title above, and blank lines', `Export du 24/11/2026\n\n${head}\n\n${row}\n;;;\n`],
    ['other headers', `adherent;ENTREPRISE;adhesion;ville (siège)\n${row}`],
    [
      'columns in another order',
      `Ville;Raison sociale;N° Adhérent;Date d'adhésion\nFès;Atlas;005839;01/07/2012`,
    ],
    ['spaces', `${head}\n 005839 ; Atlas ;01/07/2012; Fès `],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text).map(({ given }) => given)).toEqual([read])
  })

  it('is read in Windows-1252, and says so', () => {
    const text = Buffer.from(`${head.replace('’', "'")}\r\n${row}\r\n`, 'latin1')
    const file = open(text)
    expect(file).toMatchObject({ ok: true, encoding: 'windows-1252' })
    expect(rowsOf(text)[0]?.given).toEqual(read)
  })

  it('keeps quotes, separators and line ends inside a text, and counts lines as they are', () => {
    const text = `${head}\n005839;"Atlas ""Textile""; SA";01/07/2012;"Fès\nMédina"\n005840;Rif;01/07/2012;x`
    const rows = rowsOf(text)
    expect(rows[0]?.given).toMatchObject({ name: 'Atlas "Textile"; SA', city: 'Fès Médina' })
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
  })

  it.each([
    ['encoding_utf16', Buffer.from(`\ufeff${head}\n${row}`, 'utf16le')],
    ['nul_bytes', bytes(`${head}\n005839;Atl\0as;01/07/2012;Fès`)],
    ['file_not_text', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(60)])],
    ['file_not_text', Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(60)])],
    ['file_empty', bytes('  \n \n')],
    ['header_missing', bytes('<!doctype html><html><body>N° Adhérent</body></html>')],
    ['header_missing', bytes(`${row}\n${row}`)],
    ['columns_missing', bytes('Raison sociale;Ville\nAtlas;Fès')],
    ['column_twice', bytes(`${head};ville\n${row};x`)],
  ])('AT84, AT85: is refused whole with %s', (code, content) => {
    const file = open(content)
    expect(file.ok ? null : file.finding).toMatchObject({ code, severity: 'refused' })
  })

  it('names a column that it does not read', () => {
    const file = open(`${head};Effectif\n${row};12`)
    expect(file.ok && file.findings).toMatchObject([
      { line: 1, column: 5, code: 'column_unknown', value: 'Effectif' },
    ])
  })
})

describe('a row', () => {
  it.each([
    ['row_too_long', '005839;Atlas; SA;01/07/2012;Fès', 5],
    ['quote_stray', '005839;"Atlas" SA;01/07/2012;Fès', 2],
    ['quote_unclosed', '005839;"Atlas;01/07/2012;Fès', 1],
  ])('that goes astray is refused with %s, at its place', (code, text, column) => {
    expect(rowsOf(`${head}\n${text}`)[0]?.findings).toMatchObject([{ line: 2, column, code }])
  })

  it('says every mistake at once', () => {
    const [found] = rowsOf(`${head}\n5O39;;32/07/2012;`)
    expect(found?.findings.map(({ column, code }) => [column, code])).toEqual([
      [1, 'not_digits'],
      [3, 'not_a_day'],
    ])
  })

  it('tells an empty cell, which changes nothing, from one that empties', () => {
    const [same, emptied, kept] = rowsOf(`${head}\n1;A;;\n2;B;;(vide)\n3;(vide);;(فارغ)`)
    expect(same?.given).toEqual({ employerNumber: '000001', name: 'A' })
    expect(emptied?.given).toMatchObject({ city: null })
    expect(kept?.findings).toMatchObject([{ code: 'cannot_be_emptied', column: 2 }])
    expect(kept?.given).toMatchObject({ city: null })
  })

  it('never tells an identity number whole', () => {
    const file = openImportFile(
      'members',
      bytes('N° Adhérent;Catégorie;N° CNIE\n005839;01;BE 12345678901234'),
    )
    const [found] = file.ok ? [...file.rows()].map((one) => readRow(file.header, one)) : []
    expect(found?.findings).toMatchObject([{ code: 'identity_malformed', value: 'BE••••34' }])
  })
})

describe('a template', () => {
  it.each(importKinds)('of %s is a file of its kind, with every column', (kind) => {
    const file = openImportFile(kind, bytes(templateOf(kind)))
    if (!file.ok) throw new Error(file.finding.code)
    expect(file.header.columns.map(({ column }) => column)).toEqual(columnsOf[kind])
    const [example] = [...file.rows()].map((one) => readRow(file.header, one))
    // Filled in as it should be, and nobody's.
    expect(example?.findings.map(({ code }) => code)).toEqual(['example_row'])
  })

  it('opens in a French spreadsheet', () => {
    expect(templateOf('employers').startsWith('\ufeffN° Adhérent;Raison sociale;')).toBe(true)
    expect(csvFile([['=1']])).toContain("'=1")
  })
})
