import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { isFundSize, makeWholeFund, sizesOf } from './whole-fund.ts'

describe('the sizes of the companies of a fund', () => {
  it('sum up to its members, the largest first, and nobody employs no one', () => {
    const fund = fc
      .record({
        employers: fc.integer({ min: 1, max: 9000 }),
        spare: fc.integer({ min: 0, max: 500_000 }),
      })
      .map(({ employers, spare }) => ({ employers, members: employers + spare }))
    fc.assert(
      fc.property(fund, (size) => {
        const sizes = sizesOf(size)
        expect(isFundSize(size)).toBe(true)
        expect(sizes).toHaveLength(size.employers)
        expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(size.members)
        expect(sizes.at(-1)).toBeGreaterThanOrEqual(1)
        expect(sizes).toEqual(sizes.toSorted((one, other) => other - one))
      }),
      { numRuns: 50 },
    )
  })

  it('of the usual fund: a few thousand in the largest, twenty in the middle', () => {
    const sizes = sizesOf({ employers: 7000, members: 430_000 })
    expect(sizes[0]).toBeGreaterThan(3000)
    expect(sizes[3500]).toBeLessThan(30)
  })

  it.each([
    { employers: 0, members: 10 },
    { employers: 10, members: 9 },
    { employers: 1.5, members: 10 },
    { employers: Number.NaN, members: Number.NaN },
  ])('are asked in whole numbers that can be: $employers, $members', (size) => {
    expect(isFundSize(size)).toBe(false)
  })
})

describe('a demonstration of the size of a fund', () => {
  let site: TestSite

  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  it('is made of companies that have declared two quarters and paid the first, and agrees with itself', async () => {
    const told: number[] = []
    const accounts = await makeWholeFund(site.app, { employers: 6, members: 90 }, (made) =>
      told.push(made),
    )
    expect(told).toEqual([1, 2, 3, 4, 5, 6])
    expect(accounts.map(({ identifier }) => identifier)).toEqual(['010001', 'paie.010001'])
    const [found] = await site.database.ownerQuery<Record<string, number>>(
      `select (select count(*)::int from memberships) as members, (select count(*)::int from declarations where state = 'sent') as sent,
        (select sum(lines)::int from declarations) as lines, (select count(*)::int from careers) as quarters,
        (select count(*)::int from ledger_entries where kind = 'payment') as payments`,
    )
    expect(found).toEqual({ members: 90, sent: 12, lines: 180, quarters: 180, payments: 6 })
    expect(await reconcile(site.app)).toEqual([])
  })
})
