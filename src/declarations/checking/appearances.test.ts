import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { centimes } from '../../money/index.ts'
import { Appearances } from './appearances.ts'

const appearance = fc.record({
  line: fc.integer({ min: 1, max: 1_000_000 }),
  number: fc.nat(999_999_999),
  card: fc.nat(999_999_999),
  category: fc.constantFrom('01', '02', '91'),
  salary: fc.option(fc.bigInt({ min: 0n, max: 9_999_999_999n }).map(centimes)),
  earlier: fc.option(fc.nat(1_000_000), { nil: undefined }),
})

it('appearances come back as they were, without their salaries where nobody asks for them', () => {
  fc.assert(
    fc.property(fc.array(appearance), fc.boolean(), (all, keepsSalaries) => {
      const kept = new Appearances({ keepsSalaries })
      expect(all.map((one) => kept.add(one))).toEqual(all.map((_, index) => index))
      for (const [index, one] of all.entries())
        expect(kept.at(index)).toEqual(keepsSalaries ? one : { ...one, salary: null })
    }),
  )
})

it('appearances go on from one page to the next', () => {
  const kept = new Appearances({ keepsSalaries: false })
  for (let line = 1; line <= 40_000; line += 1)
    kept.add({
      line,
      number: line,
      card: 0,
      category: line % 2 ? '01' : '91',
      salary: null,
      earlier: undefined,
    })
  expect(kept.at(39_999)).toMatchObject({ line: 40_000, number: 40_000, category: '91' })
  expect(kept.at(16_384)).toMatchObject({ line: 16_385, category: '01' })
})
