import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { CompactIndex } from './compact-index.ts'
import { Pages } from './pages.ts'

it('a compact index answers as a map of places does', () => {
  const number = fc.oneof(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 40 }))
  fc.assert(
    fc.property(fc.array(number, { maxLength: 300 }), (keys) => {
      const column = new Pages(Int32Array)
      const compact = new CompactIndex(column)
      const plain = new Map<number, number>()
      const first = new CompactIndex(column)
      const plainFirst = new Map<number, number>()
      for (const [place, key] of keys.entries()) {
        expect(compact.get(key)).toBe(plain.get(key))
        expect(compact.move(key, place)).toBe(plain.get(key))
        expect(first.keep(key, place)).toBe(plainFirst.get(key))
        column.add(key)
        plain.set(key, place)
        if (!plainFirst.has(key)) plainFirst.set(key, place)
      }
      for (const [key, place] of plain) expect(compact.get(key)).toBe(place)
      for (const [key, place] of plainFirst) expect(first.get(key)).toBe(place)
    }),
  )
})
