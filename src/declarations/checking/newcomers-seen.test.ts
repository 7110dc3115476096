import { describe, expect, it } from 'vitest'
import { localDate } from '../../calendar/index.ts'
import { checkDeclaration } from './check-declaration.ts'
import { exampleLine } from './example-line.ts'
import type { RecordField } from './fields.ts'

type Changes = Partial<Record<RecordField, string>>

const foreigner: Changes = {
  memberNumber: '000000000',
  nationality: 'A',
  identityNumber: '',
  lastName: 'DUPONT',
  firstName: 'JEAN',
}
const member = {
  memberNumber: '000200001',
  lastName: 'Dupont',
  firstName: 'Jean Éric',
  bornOn: localDate('1985-07-15'),
}

function doubtsOf(lines: readonly Changes[], known = [{ ...member, lastName: 'ALAOUI' }]) {
  const text = lines.map((line) => `${exampleLine({ ...foreigner, ...line })}\r\n`).join('')
  const { findings } = checkDeclaration(new TextEncoder().encode(text), { knownMembers: known })
  return findings
    .filter(({ code }) => code.startsWith('newcomer_may_be'))
    .map(({ line, code, params, correction }) => [line, code, params?.['firstLine'] ?? correction])
}

describe('a newcomer without a number', () => {
  it.each([[{}], [{ firstName: 'JEAN ERIC' }], [{ identityNumber: 'BE123456' }]])(
    'of the name and birth of an earlier one is asked about: %o',
    (second) => {
      expect(doubtsOf([{}, second])).toEqual([[2, 'newcomer_may_be_twice', '1']])
    },
  )

  it.each([[{ bornOn: '16071985' }], [{ firstName: 'PAUL' }], [{ lastName: 'DURAND' }]])(
    'is somebody else by another name or day: %o',
    (second) => {
      expect(doubtsOf([{}, second])).toEqual([])
    },
  )

  it('is somebody else where both have a document', () => {
    const [one, other] = [{ identityNumber: 'BE123456' }, { identityNumber: 'BE123457' }]
    expect(doubtsOf([one, other])).toEqual([])
  })

  it('of the name and birth of a known member is asked about, with the member’s number', () => {
    const asked = [[1, 'newcomer_may_be_known', '000200001']]
    expect(doubtsOf([{}], [member])).toEqual(asked)
    expect(doubtsOf([{ identityNumber: 'BE123456' }], [member])).toEqual(asked)
  })

  it('is not, where both have a document', () => {
    const known = [{ ...member, hasDocument: true }]
    expect(doubtsOf([{ identityNumber: 'BE123456' }], known)).toEqual([])
  })
})
