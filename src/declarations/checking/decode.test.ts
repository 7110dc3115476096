import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleFile, exampleLine } from './example-line.ts'
import { bytesInMemory, checkDeclaration, decodeDeclaration } from './index.ts'
import { surveyBytes } from './survey-bytes.ts'
import { decodeWindows1252 } from './windows-1252.ts'

const line = exampleLine()
const encode = (text: string) => new TextEncoder().encode(text)

describe('what is text and what is not', () => {
  it.each([
    ['CRLF', `${line}\r\n${line}\r\n`, 'crlf'],
    ['LF', `${line}\n${line}\n`, 'lf'],
    ['old Macintosh ends', `${line}\r${line}\r`, 'cr'],
    ['no end on the last line', `${line}\r\n${line}`, 'crlf'],
    ['a single line without end', line, 'none'],
  ])('%s', (_case, text, lineEnd) => {
    const result = checkDeclaration(encode(text))
    expect(result).toMatchObject({ lineEnd, encoding: 'utf-8', layout: 'structure-190' })
    expect(result.findings.filter(({ code }) => code !== 'member_duplicate')).toEqual([])
    expect(result.lines).toBe(text.split(/[\r\n]+/).filter(Boolean).length)
  })

  it('mixed line ends are all understood, and said', () => {
    const result = checkDeclaration(encode(`${line}\r\n${line}\n`))
    expect(result.lineEnd).toBe('mixed')
    expect(result.findings[0]).toMatchObject({
      code: 'line_ends_mixed',
      params: { crlf: '1', lf: '1' },
    })
    expect(result.lines).toBe(2)
  })

  it('a carriage return inside a line is a control character, not a line end', () => {
    const { findings } = checkDeclaration(encode(`${line.replace('EL ', 'EL\r')}\n`))
    expect(findings).toMatchObject([{ code: 'control_character', params: { character: 'U+000D' } }])
  })

  it('a lone carriage return after the last line is not swallowed', () => {
    const { findings, lines } = checkDeclaration(
      encode(`${line}\n${exampleLine({ memberNumber: '000123457' })}\r`),
    )
    expect(lines).toBe(2)
    expect(findings).toMatchObject([{ line: 2, code: 'line_trailing_blanks', column: 191 }])
  })

  it('the mark of UTF-8 is recognised and is not part of the first line', () => {
    const result = checkDeclaration(Uint8Array.from([0xef, 0xbb, 0xbf, ...exampleFile(line)]))
    expect(result).toMatchObject({ encoding: 'utf-8-bom', accepted: 1, findings: [] })
  })

  it.each([
    ['UTF-16 with its mark, little end first', Uint8Array.from([0xff, 0xfe, 0x32, 0x00])],
    ['UTF-16 with its mark, big end first', Uint8Array.from([0xfe, 0xff, 0x00, 0x32])],
    ['UTF-16 without mark', Uint8Array.from(Buffer.from(line, 'utf16le'))],
  ])('%s is refused by rule', (_case, bytes) => {
    const result = checkDeclaration(bytes)
    expect(result).toMatchObject({ layout: null, encoding: 'utf-16', lines: 0, accepted: 0 })
    expect(result.findings).toMatchObject([
      { code: 'encoding_utf16', severity: 'blocking', line: 1 },
    ])
  })

  it('NUL bytes are refused at the place of the first', () => {
    const bytes = exampleFile(line, line, line)
    bytes[192 + 30] = 0
    bytes[192 + 40] = 0
    expect(checkDeclaration(bytes)).toMatchObject({
      layout: null,
      findings: [{ code: 'nul_bytes', line: 2, column: 31, params: { count: '2' } }],
    })
  })

  it.each([
    ['a spreadsheet', [0x50, 0x4b, 0x03, 0x04, 0x14], 'ZIP, XLSX'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['a program', [0x4d, 0x5a, 0x90, 0x00, 0x03], 'EXE'],
  ])('%s is refused by its first bytes', (_case, bytes, value) => {
    expect(checkDeclaration(Uint8Array.from(bytes)).findings).toMatchObject([
      { code: 'file_not_text', value },
    ])
  })

  it.each([
    ['nothing', '', 'file_empty'],
    ['blank lines only', '\r\n  \r\n', 'file_empty'],
    ['a CSV file', 'matricule;nom\r\n000123456;EL AMRANI\r\n', 'layout_unknown'],
    ['a table of titles of nobody', 'رقم;الاسم;الجنس;الأجر\r\n1;X;F;2\r\n', 'header_missing'],
    ['a web page', '<!doctype html>\n<html>\n</html>\n', 'layout_unknown'],
    ['a text of another length', `${'2'.repeat(140)}\r\n`, 'layout_unknown'],
  ])('%s is not a declaration', (_case, text, code) => {
    expect(checkDeclaration(encode(text))).toMatchObject({
      layout: null,
      findings: [{ code, line: 1 }],
    })
  })
})

describe('Windows-1252', () => {
  it('gives the letters that a one-shot decoder of Node 20 loses', () => {
    expect(decodeWindows1252(Uint8Array.from([0x80, 0x8c, 0x9c, 0x92, 0xc9, 0x41]))).toBe('€Œœ’ÉA')
  })

  it('gives one character per byte, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(decodeWindows1252(bytes)).toHaveLength(bytes.length)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the survey of the bytes', () => {
  it('knows UTF-8 exactly as the platform’s strict decoder does', () => {
    const someBytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }).map(encode),
      fc
        .array(fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0x8f, 0x90, 0xbf, 0xc2), {
          maxLength: 5,
        })
        .map((bytes) => Uint8Array.from(bytes)),
    )
    fc.assert(
      fc.property(someBytes, (bytes) => {
        expect(surveyBytes(bytesInMemory(bytes), 0).isUtf8).toBe(isStrictUtf8(bytes))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never alters the text: the lines put together are the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const decoded = decodeDeclaration(encode(text))
        if (!decoded.ok || decoded.lineEnd !== 'lf') return
        const lines = [...decoded.blocks()].flat()
        const isMarked = decoded.encoding === 'utf-8-bom'
        expect(lines.join('\n')).toBe((isMarked ? text.slice(1) : text).replace(/\n$/, ''))
      }),
    )
  })
})

describe('a file larger than a megabyte, read piece by piece', () => {
  const million = 1 << 20

  it.each([0, 1, 2, 3])(
    'loses no character that lies across two pieces (%i before it)',
    (before) => {
      const text = `${'a'.repeat(before)}${'é€𝄞\r\n'.repeat(250_000)}`
      const decoded = decodeDeclaration(encode(text))
      expect(decoded).toMatchObject({ encoding: 'utf-8', lineEnd: 'crlf' })
      expect(decoded.ok && `${[...decoded.blocks()].flat().join('\r\n')}\r\n`).toBe(text)
    },
  )

  it('is surveyed alike wherever its bytes begin in the memory, byte by byte or four at a time', () => {
    const odd = fc.constantFrom(0x00, 0x0a, 0x0d, 0x1f, 0x7e, 0x7f, 0x80, 0xc9)
    const bytes = fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 32, max: 126 }) }, odd),
    )
    fc.assert(
      fc.property(bytes, fc.nat(3), (content, offset) => {
        const memory = Buffer.from([...Array<number>(offset).fill(0x41), ...content])
        const odds = content.filter((byte) => byte < 32 || byte > 126)
        const survey = surveyBytes(bytesInMemory(memory.subarray(offset)), 0)
        expect(survey).toEqual(surveyBytes(bytesInMemory(Uint8Array.from(content)), 0))
        expect(survey).toMatchObject({
          lineFeeds: odds.filter((byte) => byte === 0x0a).length,
          carriageReturns: odds.filter((byte) => byte === 0x0d).length,
          nulBytes: odds.filter((byte) => byte === 0x00).length,
        })
        const isOdd = odds.some((byte) => byte !== 0x0a && byte !== 0x0d)
        expect(isOdd && survey.isPlain && survey.nulBytes === 0).toBe(false)
      }),
    )
  })

  it('is Windows-1252 for one byte at its end', () => {
    const bytes = new Uint8Array(3 * million).fill(0x41)
    bytes[bytes.length - 1] = 0xc9
    expect(surveyBytes(bytesInMemory(bytes), 0)).toMatchObject({
      isUtf8: false,
      firstHigh: { line: 1, column: 3 * million },
    })
  })

  it('counts a line end cut in two once', () => {
    const bytes = new Uint8Array(million + 1).fill(0x41)
    bytes[million - 1] = 0x0d
    bytes[million] = 0x0a
    expect(surveyBytes(bytesInMemory(bytes), 0)).toMatchObject({ pairs: 1, lineFeeds: 1 })
  })

  it('is held line by line even where a line has no end: its beginning tells', () => {
    const text = `${line}\n${'é'.repeat(2 * million)}\n${line}\n`
    const { lines, findings } = checkDeclaration(encode(text))
    expect(lines).toBe(3)
    expect(findings).toMatchObject([
      { line: 2, code: 'line_too_long' },
      { line: 3, code: 'member_duplicate' },
    ])
  })
})

function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
