import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { CompactMap } from './compact-map.ts'

it('a compact map answers as any map does', () => {
  const number = fc.oneof(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 40 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(number, fc.nat(1_000_000)), { maxLength: 300 }), (entries) => {
      const compact = new CompactMap()
      const plain = new Map<number, number>()
      for (const [key, value] of entries) {
        expect(compact.get(key)).toBe(plain.get(key))
        compact.set(key, value)
        plain.set(key, value)
      }
      for (const [key, value] of plain) expect(compact.get(key)).toBe(value)
    }),
  )
})
