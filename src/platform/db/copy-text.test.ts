import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { CopyText } from './copy-text.ts'

it('text is taken as it was written, in as many pieces as it needs', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('é€𝄞'.repeat(40_000)))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (texts) => {
      const text = new CopyText()
      for (const one of texts) text.write(one)
      const bytes = Buffer.from(texts.join(''), 'utf8')
      expect(text.size).toBe(bytes.length)
      expect(Buffer.concat(text.take()).equals(bytes)).toBe(true)
      expect(text.size).toBe(0)
      expect(text.take()).toEqual([])
    }),
    { numRuns: 50 },
  )
})

it('pieces given back are written over, and no other', () => {
  const text = new CopyText()
  text.write('the first')
  const first = text.take()
  text.write('the second')
  const second = text.take()
  expect(Buffer.concat(first).toString()).toBe('the first')
  text.giveBack(first)
  text.write('the third')
  const third = text.take()
  expect(third[0]?.buffer).toBe(first[0]?.buffer)
  expect(Buffer.concat([...second, ...third]).toString()).toBe('the secondthe third')
})
