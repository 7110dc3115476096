import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { NumberedText } from './numbered-text.ts'

const numbered = fc.nat(40).map((of) => String(of * 24_999_999).padStart(9, '0'))
const rest = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', ' '))

it('lines are found by their number, as in a map of them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(numbered, rest)), (all) => {
      const plain = new Map(all)
      const lines = new NumberedText(all.map((one) => `${one.join('\t')}\n`).join(''))
      for (const [number, text] of plain) expect(lines.get(number)).toBe(text)
      expect(new Map(lines.entries())).toEqual(plain)
      expect([...lines.entries()]).toHaveLength(plain.size)
    }),
  )
})

it.each(['', '12345678', '1234567890', '12345678O', ' 12345678', '000000099'])(
  '«%s» is no number of anybody',
  (number) => {
    const lines = new NumberedText('012345678\tEL AMRANI\tFATIMA\n000000000\tX\tY\n')
    expect(lines.get(number)).toBeUndefined()
  },
)
