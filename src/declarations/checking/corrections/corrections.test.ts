import { describe, expect, it } from 'vitest'
import { archiveOf, sheetRows, workbookParts } from '../../../../test/support/archives.ts'
import { exampleFile, exampleLine } from '../example-line.ts'
import {
  applyCorrections,
  checkContribution,
  checkDeclaration,
  checkEbds,
  correctFixedLine,
  fixContribution,
  isSafe,
  structure190,
} from '../index.ts'
import { exampleColumns, exampleHeader, exampleRow, exampleTable } from '../tables/example-table.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

function corrected(bytes: Uint8Array): Uint8Array {
  return applyCorrections(bytes, checkDeclaration(bytes).findings.filter(isSafe))
}

describe('safe corrections put into the whole file', () => {
  it('change the wrong fields of a file of fixed width, and nothing else', () => {
    const other = exampleLine({ memberNumber: '000123457' })
    const dirty = exampleLine({ salary: '36000.5', employeeRate: '3750', bornOn: '19850715' })
    const clean = exampleLine({ salary: '0003600050', employeeRate: '0375', bornOn: '15071985' })
    expect(decode(corrected(encode(`${dirty}\r\n${other}\n\n${other}X`)))).toBe(
      `${clean}\r\n${other}\n\n${other}X`,
    )
  })

  it('mend a line one character short, and the fields that follow the gap', () => {
    const short = exampleLine({ mobile: '00212661234567', sex: 'f' }).replace(
      '123456785 ',
      '123456785',
    )
    expect(decode(corrected(encode(short)))).toBe(exampleLine())
  })

  it('keep the encoding: Windows-1252 stays so, and a mark of UTF-8 stays', () => {
    const line = exampleLine({ memberNumber: '000123457', email: 'n€é@œ.MA' })
    const units: Record<string, number> = { é: 0xe9, '€': 0x80, œ: 0x9c }
    const latin = (text: string) =>
      Uint8Array.from(text, (letter) => units[letter] ?? letter.charCodeAt(0))
    const dirty = exampleLine({ salary: '36000.5' })
    const clean = exampleLine({ salary: '0003600050' })
    expect(corrected(latin(`${dirty}\r\n${line}`))).toEqual(latin(`${clean}\r\n${line}`))
    expect(decode(corrected(encode(`\ufeff${dirty}\n`)))).toBe(`\ufeff${clean}\n`)
  })

  it('change the wrong cells of a table, quoted as they were', () => {
    const dirty = exampleRow({ salary: '36O00,25', lastName: '"bénani"', bornOn: '19850715' })
    const clean = exampleRow({ salary: '36000,25', lastName: '"BENANI"', bornOn: '15/07/1985' })
    const text = (row: string) =>
      `sep=;\r\n${exampleHeader()}\r\n${row}\r\n${exampleRow({ memberNumber: '7' })}`
    expect(decode(corrected(encode(text(dirty))))).toBe(text(clean))
  })

  it('quote an amount whose comma would cut the cell', () => {
    const rows = (salary: string) =>
      `${exampleHeader(exampleColumns, ',')}\n${exampleRow({ salary }, exampleColumns, ',')}\n`
    expect(decode(corrected(encode(rows('36O00.25'))))).toBe(rows('"36000,25"'))
  })

  it('mend what the CNSS reads too', () => {
    const whole = ['B00202409000012340'.padEnd(260), `B0112345670920${'24'.padEnd(246)}`]
    const findings = checkEbds(encode(whole.join('\n')))?.findings ?? []
    const text = decode(applyCorrections(encode(whole.join('\n')), findings.filter(isSafe)))
    expect(text.split('\n')[1]?.slice(0, 16)).toBe('B011234567202409')
  })

  it('leave alone a file that is no declaration', () => {
    const bytes = encode('hello')
    expect(applyCorrections(bytes, [])).toBe(bytes)
  })
})

describe('what is safe', () => {
  it('is one reading of what stands there; never a question, nor another rate', () => {
    const terms = { category: '01', employeeRate: 700, employerRate: 910, product: 'al_kamil' }
    const { findings } = checkDeclaration(
      exampleFile(exampleLine({ bornOn: '00001985', sex: 'f', salary: '36000.5' })),
      { categories: [terms] },
    )
    expect(
      findings
        .filter((found) => found.correction !== undefined)
        .map((found) => [found.code, isSafe(found)]),
    ).toEqual([
      ['rate_not_of_category', false],
      ['letter_lower_case', true],
      ['birth_day_unknown', false],
      ['salary_decimal_point', true],
    ])
  })

  it('is never the century of a year of two digits, which a person says', () => {
    const { findings } = checkDeclaration(exampleTable(exampleRow({ bornOn: '15/07/85' })))
    expect(findings.map((found) => [found.code, isSafe(found)])).toEqual([
      ['date_short_year', false],
    ])
  })

  it('one line may be corrected alone', () => {
    const line = exampleLine({ salary: '36000.5', sex: 'f' })
    const { findings } = checkDeclaration(exampleFile(line))
    expect(correctFixedLine(line, findings, structure190)).toBe(
      exampleLine({ salary: '0003600050' }),
    )
  })
})

describe('a file mended whole', () => {
  it('has no safe correction left, and says what remains', async () => {
    const file = exampleFile(
      exampleLine({ salary: '36000.5', lastName: 'el amrani' }),
      exampleLine({ memberNumber: '000l23457', identityNumber: 'BE123457', bornOn: '00001985' }),
      `"${exampleLine({ memberNumber: '000123458', employeeRate: '3750' })}"`,
    )
    const { applied, result, bytes } = await fixContribution(file, checkContribution)
    expect(applied).toBe(5)
    expect(result).toMatchObject({ lines: 3, accepted: 3 })
    expect(result.findings.map(({ code }) => code)).toEqual(['birth_day_unknown'])
    expect(await checkContribution(bytes)).toEqual(result)
  })

  it('a table too', async () => {
    const table = exampleTable(
      exampleRow({ salary: '36O00,25', mobile: '0661234567' }),
      exampleRow({ memberNumber: '7', salary: '' }),
    )
    const { applied, result } = await fixContribution(table, checkContribution)
    expect(applied).toBe(2)
    expect(result.findings.map(({ code, line }) => [code, line])).toEqual([['salary_missing', 3]])
  })

  it('a workbook stays one, with its other sheets and its other cells', async () => {
    const { writeSpreadsheet } = await import('../spreadsheets/write-spreadsheet.ts')
    const rows = [
      exampleRow({ salary: '36O00,25', bornOn: '19850715', lastName: 'bénani' }),
      exampleRow({ memberNumber: '7' }),
    ]
    const bytes = await writeSpreadsheet([
      { name: 'Aide', header: ['Notes'], rows: [['=à garder']] },
      { name: 'T3', header: exampleHeader().split(';'), rows: rows.map((row) => row.split(';')) },
    ])
    const { applied, result, bytes: mended } = await fixContribution(bytes, checkContribution)
    expect(applied).toBe(3)
    expect(result).toMatchObject({ layout: 'template-xlsx', accepted: 2, findings: [] })
    expect(result.declaredLines).toMatchObject([
      { lastName: 'BENANI', salary: 3600025n, bornOn: '1985-07-15' },
      { memberNumber: '000000007' },
    ])
    const { openXlsx } = await import('hucre/xlsx')
    const { sheets } = await openXlsx(mended)
    expect(sheets.map(({ name }) => name)).toEqual(['Aide', 'T3'])
    expect(sheets[0]?.rows[1]?.[0]).toBe('=à garder')
    expect(sheets[1]?.rows[1]?.[14]).toBe(36000.25)
  })

  it('a workbook that nothing can read is given back as it came', async () => {
    const broken = archiveOf(workbookParts(sheetRows([['a']]))).slice(0, 300)
    expect((await fixContribution(broken, checkContribution)).bytes).toBe(broken)
  })
})
