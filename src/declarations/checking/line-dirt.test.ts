import { describe, expect, it } from 'vitest'
import { quarterFrom } from '../../calendar/index.ts'
import { exampleFile, exampleLine } from './example-line.ts'
import { applyCorrection, checkDeclaration } from './index.ts'

/** Accidents of whole lines and files: (a) balima_vf, (b) Utopios exportpaie, (c) kzm_edi_cimr, or spreadsheets. */
describe('lines as payroll software really writes them', () => {
  it('(c) a CNSS number of nine digits makes the line one short', () => {
    const short = exampleLine({ cnssNumber: '123456785' }).replace('123456785 ', '123456785')
    expect(short).toHaveLength(189)
    const { findings, accepted } = checkDeclaration(exampleFile(short))
    expect(accepted).toBe(0)
    expect(findings).toMatchObject([
      { field: 'cnssNumber', column: 127, code: 'cnss_one_short', correction: '123456785 ' },
    ])
    const corrected = applyCorrection(short, findings[0] as never)
    expect(corrected).toBe(exampleLine())
  })

  it('(c) tells everything else that is wrong on that short line, at the column where it stands', () => {
    const short = exampleLine({ sex: 'X' }).replace('123456785 ', '123456785')
    const { findings } = checkDeclaration(exampleFile(short))
    expect(findings.map(({ code, column }) => [code, column])).toEqual([
      ['sex_unknown', 79],
      ['cnss_one_short', 127],
    ])
    const shifted = exampleLine({ email: 'nobody' }).replace('123456785 ', '123456785')
    expect(checkDeclaration(exampleFile(shifted)).findings).toMatchObject([
      { code: 'cnss_one_short' },
      { code: 'email_malformed', column: 150 },
    ])
  })

  it('(a) padding counted in UTF-8 bytes is put right', () => {
    const line = exampleLine({ lastName: 'BÉNANI', firstName: 'ZOÉ' })
    const byBytes = line.replace('BÉNANI ', 'BÉNANI').replace('ZOÉ ', 'ZOÉ')
    expect(byBytes).toHaveLength(188)
    const { findings } = checkDeclaration(exampleFile(byBytes))
    expect(findings).toMatchObject([{ line: 1, field: null, code: 'line_counted_in_bytes' }])
    expect(applyCorrection(byBytes, findings[0] as never)).toBe(line)
  })

  it('(b, c) no exit date may be zeros, (a) or spaces', () => {
    for (const leftOn of ['00000000', '        ']) {
      expect(checkDeclaration(exampleFile(exampleLine({ leftOn }))).findings).toEqual([])
    }
  })

  it('accents in Windows-1252 are read, with the columns unmoved', () => {
    const line = exampleLine({ lastName: 'BéNANI', firstName: 'CœUR' })
    const bytes = Uint8Array.from(line, (letter) => (letter === 'œ' ? 0x9c : letter.charCodeAt(0)))
    const result = checkDeclaration(bytes)
    expect(result.encoding).toBe('windows-1252')
    expect(result.declaredLines).toMatchObject([{ lastName: 'BENANI', firstName: 'COEUR' }])
    expect(result.findings.map(({ code, column }) => [code, column])).toEqual([
      ['encoding_windows_1252', 24],
      ['name_rewritten', 23],
      ['name_rewritten', 48],
    ])
  })

  it('a spreadsheet’s quotes around the line are named and taken off', () => {
    const { findings } = checkDeclaration(exampleFile(`"${exampleLine()}"`))
    expect(findings).toMatchObject([
      { code: 'line_quoted', field: null, correction: exampleLine() },
    ])
  })

  it('spaces after column 190 are ignored, and said', () => {
    const result = checkDeclaration(exampleFile(`${exampleLine()}   `))
    expect(result.accepted).toBe(1)
    expect(result.findings).toMatchObject([{ code: 'line_trailing_blanks', column: 191 }])
  })

  it('a wrong length without known cause is refused with its length', () => {
    const result = checkDeclaration(
      exampleFile(exampleLine().slice(1), `${exampleLine()}X`, exampleLine()),
    )
    expect(result.accepted).toBe(1)
    expect(result.findings).toMatchObject([
      { line: 1, code: 'line_too_short', column: 189, params: { length: '189', expected: '190' } },
      { line: 2, code: 'line_too_long', column: 191 },
    ])
  })

  it('blank lines and the end mark of DOS are not lines', () => {
    const result = checkDeclaration(exampleFile(exampleLine(), '', '   ', '\u001a'))
    expect(result).toMatchObject({ lines: 1, accepted: 1 })
    expect(result.findings.map(({ code, line }) => [code, line])).toEqual([
      ['blank_line', 2],
      ['blank_line', 3],
      ['blank_line', 4],
    ])
  })

  it('a quarter of a file that mixes two is refused line by line', () => {
    const lines = [exampleLine(), exampleLine({ memberNumber: '000123457', quarter: '2' })]
    expect(checkDeclaration(exampleFile(...lines)).findings).toMatchObject([
      { line: 2, column: 186, code: 'quarter_mixed', value: '2024T2', params: { first: '2024T3' } },
    ])
    expect(
      checkDeclaration(exampleFile(...lines), { quarter: quarterFrom('2024T2') }).findings,
    ).toMatchObject([{ line: 1, code: 'quarter_not_open', params: { open: '2024T2' } }])
  })
})
