import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDeclaration } from './check-declaration.ts'
import { cardNumber, DocumentsSeen } from './documents-seen.ts'
import { exampleLine } from './example-line.ts'
import type { RecordField } from './fields.ts'
import { Pages } from './pages.ts'

type Changes = Partial<Record<RecordField, string>>

const document = { identityNumber: 'BE123456' }
const first = { memberNumber: '000123456', ...document }
const second = { memberNumber: '000200001', ...document }
const newcomer = { memberNumber: '000000000', ...document }
const noDocument = { identityNumber: '' }

function doubtsOf(lines: readonly Changes[], context = {}) {
  const text = lines.map((line) => `${exampleLine(line)}\r\n`).join('')
  const { findings } = checkDeclaration(new TextEncoder().encode(text), context)
  return findings
    .filter(({ code }) => /duplicate|two_numbers|repeated|may_be/.test(code))
    .map(({ line, code, value, params }) => [
      line,
      code,
      value,
      params?.['firstLine'],
      params?.['number'],
    ])
}

describe('one identity document', () => {
  it('under two numbers is asked about at the second line, which names the first and both numbers', () => {
    const asked = [[2, 'member_under_two_numbers', '000200001', '1', '000123456']]
    expect(doubtsOf([first, second])).toEqual(asked)
    const passport = { nationality: 'A', identityNumber: '75AB98765' }
    expect(
      doubtsOf([
        { ...first, ...passport },
        { ...second, ...passport },
      ]),
    ).toEqual(asked)
  })

  it('is the same one written otherwise', () => {
    expect(doubtsOf([first, { ...second, identityNumber: 'be-123456' }])).toHaveLength(1)
  })

  it('of a member and of somebody without number is asked about, whoever comes first', () => {
    expect(doubtsOf([first, newcomer])).toEqual([
      [2, 'member_under_two_numbers', '', '1', '000123456'],
    ])
    expect(doubtsOf([newcomer, second])).toEqual([
      [2, 'member_under_two_numbers', '000200001', '1', ''],
    ])
  })

  it('is asked about once of a newcomer with the name of that member', () => {
    const known = {
      memberNumber: '000123456',
      lastName: 'EL AMRANI',
      firstName: 'FATIMA ZAHRA',
      bornOn: '1985-07-15',
    }
    expect(doubtsOf([first, newcomer], { knownMembers: [known] })).toHaveLength(1)
  })

  it('under one number is told as that number twice, or as two newcomers, and not again', () => {
    const codes = (lines: Changes[]) => doubtsOf(lines).map(([line, code]) => `${line} ${code}`)
    expect(codes([first, first])).toEqual(['2 member_duplicate'])
    expect(codes([newcomer, newcomer])).toEqual(['2 identity_repeated'])
    expect(codes([first, second, first])).toEqual([
      '2 member_under_two_numbers',
      '3 member_duplicate',
    ])
  })

  it('is nobody’s where it is blank, zeros, or a word', () => {
    for (const identityNumber of ['', '0000000000', 'AA000000', 'NEANT'])
      expect(
        doubtsOf([
          { ...first, identityNumber },
          { ...second, identityNumber },
        ]),
      ).toEqual([])
    expect(doubtsOf([{ ...first, ...noDocument }, second])).toEqual([])
  })

  it('of two employers in one file is two employments', () => {
    expect(doubtsOf([first, { ...second, employerNumber: '004711' }])).toEqual([])
  })

  it('may have either number in the two tranches of a salary, each a line to confirm', () => {
    const tranche = { category: '91' }
    expect(
      doubtsOf([
        { ...first, salary: '0001800000' },
        { ...first, ...tranche },
      ]),
    ).toEqual([])
    expect(doubtsOf([first, { ...second, ...tranche }])).toHaveLength(1)
  })
})

it('documents are told apart exactly, whatever they look like', () => {
  const card = fc.stringMatching(/^[A-Z]{1,2}[0-9]{5,6}$/)
  const close = fc.stringMatching(/^[AZ]{1,3}[019]{4,7}$/)
  const isSomebodys = (document: string) => /[1-9]/.test(document)
  const documents = fc.array(fc.oneof(card, close).filter(isSomebodys), { maxLength: 200 })
  fc.assert(
    fc.property(documents, (all) => {
      const cards = new Pages(Int32Array)
      const seen = new DocumentsSeen(cards)
      for (const [at, document] of all.entries()) {
        const before = all.indexOf(document)
        const card = cardNumber(document)
        expect(seen.firstAt(document, card, at)).toBe(before < at ? before : undefined)
        cards.add(card)
      }
    }),
  )
})
