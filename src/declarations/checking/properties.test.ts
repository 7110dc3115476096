import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../../calendar/index.ts'
import { centimes, sum } from '../../money/index.ts'
import { exampleFile, exampleLine } from './example-line.ts'
import { fieldNames, type RecordField } from './fields.ts'
import {
  applyCorrection,
  checkDeclaration,
  checkReport,
  checkReportText,
  type DeclaredLine,
  findingSentence,
  structure160,
  structure190,
  templateCsv,
  type WritableLine,
  writeDeclaration,
} from './index.ts'
import type { Delimiter } from './tables/csv-rows.ts'
import { exampleColumns, exampleHeader, exampleRow } from './tables/example-table.ts'

/** Files written and read again; a million lines and more with RE36_RUNS=250000. */
const roundTrips = { numRuns: Number(process.env['RE36_RUNS'] ?? 100) }

const oddCharacter = fc.constantFrom(...'0 O1l-.,;"\'é’œ٣３\u200b\u202e\tÃ‰م@A'.split(''))
const oddText = fc.string({
  unit: fc.oneof(oddCharacter, fc.constantFrom(...'0123456789ABC ')),
  maxLength: 40,
})

/** A golden line with some fields replaced by rubbish of the right length, sometimes of a wrong one. */
const dirtyLine = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...fieldNames), oddText, { maxKeys: 4 }),
    fc.constantFrom('', '', '', '', ' ', 'X', '"'),
    fc.nat(9_999),
  )
  .map(([changes, tail, member]) => {
    const fitted = Object.entries(changes).map(([name, text]) => [
      name,
      text.slice(0, structure190.at[name as RecordField].length),
    ])
    const memberNumber = String(member).padStart(9, '0')
    return exampleLine({ memberNumber, ...Object.fromEntries(fitted) }) + tail
  })

const dirtyFile = fc
  .array(fc.oneof({ weight: 5, arbitrary: dirtyLine }, { weight: 1, arbitrary: oddText }), {
    maxLength: 12,
  })
  .map((lines) => exampleFile(...lines))

const dirtyTable = fc
  .tuple(
    fc.constantFrom<Delimiter>(';', ',', '\t'),
    fc.shuffledSubarray(exampleColumns, { minLength: 14 }),
    fc.array(fc.dictionary(fc.constantFrom(...exampleColumns), oddText, { maxKeys: 4 }), {
      maxLength: 8,
    }),
  )
  .map(([delimiter, columns, rows]) => {
    const all = [
      exampleHeader(columns, delimiter),
      ...rows.map((changes) => exampleRow(changes, columns, delimiter)),
    ]
    return new TextEncoder().encode(all.join('\r\n'))
  })

const anyFile = fc.oneof(dirtyFile, dirtyTable, fc.uint8Array({ maxLength: 600 }))

const textOf = (length: number) =>
  fc
    .string({ unit: fc.constantFrom(...'ABCDEFGHIJ '.split('')), minLength: 1, maxLength: length })
    .map((text) => text.trim())
    .filter((text) => text !== '')

const anyDeclaredLine = fc.record({
  leaving: fc.boolean(),
  lastName: textOf(25),
  firstName: textOf(25),
  staffNumber: textOf(6),
  sex: fc.constantFrom('M' as const, 'F' as const),
  nationality: fc.constantFrom('M' as const, 'A' as const),
  bornIn: fc.nat(12_000),
  joinedIn: fc.nat(8_000),
  maritalStatus: fc.constantFrom('C' as const, 'M' as const, 'D' as const, 'V' as const),
  children: fc.nat(9),
  salary: fc.bigInt({ min: 1n, max: 9_999_999_999n }).map(centimes),
  identityNumber: fc.nat(999_999).map((number) => `BK${String(number).padStart(6, '0')}`),
  mobile: fc.option(fc.nat(99_999_999).map((number) => `002126${String(number).padStart(8, '0')}`)),
})

/** What any name or any amount may be asked about. */
const ofChance: ReadonlySet<string> = new Set([
  'name_split',
  'salary_unusually_high',
  'member_under_two_numbers',
])

describe('whatever the file', () => {
  it('the engine never throws, and every sentence can be said in both languages', () => {
    fc.assert(
      fc.property(anyFile, (bytes) => {
        const result = checkDeclaration(bytes)
        for (const found of result.findings) {
          expect(findingSentence(found, 'fr').length).toBeGreaterThan(10)
          expect(findingSentence(found, 'ar').length).toBeGreaterThan(10)
        }
        expect(() => JSON.stringify(checkReport(result))).not.toThrow()
        expect(checkReportText(result, 'ar')).not.toBe('')
      }),
      { numRuns: 400 },
    )
  })

  it('a finding stands inside its line', () => {
    fc.assert(
      fc.property(anyFile, (bytes) => {
        const result = checkDeclaration(bytes)
        if (result.layout === null) return
        const isLatin = result.encoding === 'windows-1252'
        const text = isLatin
          ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
          : new TextDecoder().decode(bytes)
        const lines = text.split(result.lineEnd === 'cr' ? '\r' : /\r?\n/)
        const isTable = result.layout === 'template-csv'
        // How many companies a file has is said of no line.
        const ofLines = result.findings.filter(({ code }) => code !== 'employers_several')
        for (const { line, column } of ofLines) {
          const last = isTable ? exampleColumns.length : (lines[line - 1]?.length ?? 0)
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual(Math.max(1, last))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('the totals are the sum of the lines taken, and no line is both taken and blocked', () => {
    fc.assert(
      fc.property(dirtyFile, (bytes) => {
        const { declaredLines, totals, accepted, lines, findings } = checkDeclaration(bytes)
        const all = (amount: (of: DeclaredLine) => ReturnType<typeof centimes>) =>
          sum(declaredLines.map(amount))
        expect(accepted).toBe(declaredLines.length)
        expect(accepted).toBeLessThanOrEqual(lines)
        expect(sum(totals.map(({ salary }) => salary))).toBe(all(({ salary }) => salary))
        expect(sum(totals.map(({ employee }) => employee))).toBe(all(({ employee }) => employee))
        expect(sum(totals.map(({ employer }) => employer))).toBe(all(({ employer }) => employer))
        expect(totals.every((of) => of.total === of.employee + of.employer)).toBe(true)
        const taken = new Set(declaredLines.map(({ line }) => line))
        const blocked = findings.filter(({ severity }) => severity === 'blocking')
        expect(blocked.filter(({ line }) => taken.has(line))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('a correction brings the line to its length and its finding does not come back', () => {
    fc.assert(
      fc.property(dirtyLine, (line) => {
        for (const found of checkDeclaration(exampleFile(line)).findings) {
          const corrected = applyCorrection(line, found)
          if (corrected === null) continue
          const isRepaired = found.code === 'cnss_one_short' || found.field === null
          expect(corrected).toHaveLength(isRepaired ? 190 : line.length)
          const again = checkDeclaration(exampleFile(corrected)).findings
          expect(
            again.filter(({ code, field }) => code === found.code && field === found.field),
          ).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    [structure190.id, structure190],
    [structure160.id, structure160],
    [templateCsv.id, templateCsv],
  ])(
    'RE36: what is written in %s is read back the same, and written again the same',
    (_id, layout) => {
      fc.assert(
        fc.property(fc.array(anyDeclaredLine, { minLength: 1, maxLength: 8 }), (members) => {
          const lines = members.map(asDeclared).map((line) => asWrittenIn(layout, line))
          const text = writeDeclaration(layout, lines)
          const result = checkDeclaration(new TextEncoder().encode(text))
          expect(result.layout).toBe(layout.id)
          expect(result.findings.filter(({ code }) => !ofChance.has(code))).toEqual([])
          expect(result.declaredLines).toMatchObject(lines)
          expect(writeDeclaration(layout, result.declaredLines)).toBe(text)
        }),
        roundTrips,
      )
    },
  )

  it('RE36: nothing is lost from fixed width to the table and back', () => {
    fc.assert(
      fc.property(fc.array(anyDeclaredLine, { minLength: 1, maxLength: 8 }), (members) => {
        const text = writeDeclaration(structure190, members.map(asDeclared))
        const read = (written: string) =>
          checkDeclaration(new TextEncoder().encode(written)).declaredLines
        const table = writeDeclaration(templateCsv, read(text))
        expect(writeDeclaration(structure190, read(table))).toBe(text)
      }),
      roundTrips,
    )
  })
})

type Member = typeof anyDeclaredLine extends fc.Arbitrary<infer T> ? T : never

function asDeclared({ bornIn, joinedIn, ...member }: Member, index: number): WritableLine {
  return {
    ...member,
    employerNumber: '005839',
    category: '01',
    memberNumber: String(index + 1).padStart(9, '0'),
    employeeRate: 600,
    bornOn: addDays(localDate('1950-01-01'), bornIn),
    joinedOn: addDays(localDate('2001-01-01'), joinedIn),
    leftOn: member.leaving ? localDate('2024-08-31') : null,
    cnssNumber: '123456785',
    email: null,
    quarter: { year: 2024, quarter: 3 as const },
  }
}

/** The variant of 160 characters has room for two short names, and divides them after the first word. */
function asWrittenIn(layout: { readonly id: string }, line: WritableLine): WritableLine {
  if (layout.id !== structure160.id) return line
  const word = (name: string) => `X${name.replaceAll(' ', '').slice(0, 8)}`
  return { ...line, lastName: word(line.lastName), firstName: word(line.firstName) }
}
