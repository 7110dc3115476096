import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeDeclaration } from '../decode.ts'
import { FixedLine } from '../fixed-line.ts'
import { exampleLine } from '../example-line.ts'
import { fieldNames, structure190 } from '../index.ts'
import { LineCursor } from '../line-cursor.ts'
import { csvRow } from './csv-row.ts'
import { CsvRows, type Delimiter } from './csv-rows.ts'
import { escaped, misquoted } from './row-cursor.ts'

/** How many files; a million lines and more with RE37_RUNS=100000. */
const numRuns = Number(process.env['RE37_RUNS'] ?? 1_000)
const delimiters: readonly Delimiter[] = [';', ',', '\t']

interface Read {
  readonly rows: string[][]
  /** A quote that is not closed, or something after one that is. */
  readonly isRefused: boolean
}

/** Our rows as texts, exactly as written between the delimiters. */
function ours(text: string, delimiter: Delimiter): Read {
  const decoded = decodeDeclaration(new TextEncoder().encode(text))
  if (!decoded.ok) throw new Error('not a text')
  const cursor = new CsvRows(decoded, delimiter)
  const rows: string[][] = []
  let isRefused = false
  while (cursor.advance()) {
    const row = Array.from({ length: cursor.count }, (_, column) => {
      const cell = cursor.text.slice(cursor.starts[column], cursor.ends[column])
      return cursor.kinds[column] === escaped ? cell.replaceAll('""', '"') : cell
    })
    isRefused ||= cursor.isUnclosed || cursor.kinds.slice(0, cursor.count).includes(misquoted)
    rows.push(row)
  }
  return { rows, isRefused }
}

/** Quotes only where a cell begins, as spreadsheets have it; a file of ours never has a quote elsewhere. */
function theirs(text: string, delimiter: Delimiter): Read {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
    })
    return { rows, isRefused: false }
  } catch {
    return { rows: [], isRefused: true }
  }
}

const cell = fc.string({ unit: fc.constantFrom(...'ab0é,;\t\n" '.split('')), maxLength: 6 })

describe('RE37: beside csv-parse', () => {
  it('cells written by the book are read the same, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...delimiters),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        (delimiter, rows, lineEnd) => {
          const text = rows.map((row) => csvRow(row, delimiter) + lineEnd).join('')
          const read = ours(text, delimiter)
          expect(read.isRefused).toBe(false)
          expect(read.rows).toEqual(theirs(text, delimiter).rows)
        },
      ),
      { numRuns },
    )
  })

  it('rubbish is refused by both or read the same by both', () => {
    const rubbish = fc.string({ unit: fc.constantFrom(...'aa00;;""\n '.split('')), maxLength: 40 })
    fc.assert(
      fc.property(rubbish, (text) => {
        // A quote inside a cell that does not begin with one is a letter for spreadsheets, an error for csv-parse.
        if (/(^|[;\n])[^;\n"][^;\n]*"/.test(text)) return
        const [here, there] = [ours(text, ';'), theirs(text, ';')]
        expect(here.isRefused).toBe(there.isRefused)
        expect(there.isRefused ? [] : here.rows).toEqual(there.rows)
      }),
      { numRuns },
    )
  })
})

it('RE37: beside plain slices, every field of fixed width is where its columns say, in every piece of a file', () => {
  const changes = fc.dictionary(
    fc.constantFrom(...fieldNames),
    fc.string({ unit: fc.constantFrom(...'0A é€'.split('')), maxLength: 40 }),
    { maxKeys: 5 },
  )
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 10 }), (all) => {
      const lines = all.map((one) => exampleLine(one).slice(0, 190).padEnd(190))
      const decoded = decodeDeclaration(new TextEncoder().encode(lines.join('\r\n')))
      if (!decoded.ok) throw new Error('not a text')
      const cursor = new LineCursor(decoded)
      const line = new FixedLine(structure190)
      for (const expected of lines) {
        expect(cursor.advance()).toBe(true)
        line.open(cursor.piece, cursor.from)
        for (const { name, position, length } of structure190.fields) {
          expect(line.text(name)).toBe(expected.slice(position - 1, position - 1 + length))
        }
      }
      expect(cursor.advance()).toBe(false)
    }),
    { numRuns: Math.min(numRuns, 1_000) },
  )
})
