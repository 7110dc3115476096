import { describe, expect, it } from 'vitest'
import { localDate } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import type { Payee } from './payee.ts'
import { areSameShares, areSharesOf, shareOut, sharesByRules } from './shares.ts'

const somebody = (
  id: string,
  relation: Payee['relation'],
  known: { bornOn?: string; isDisabled?: boolean } = {},
) => ({
  id,
  relation,
  bornOn: localDate(known.bornOn ?? '2012-02-01'),
  isDisabled: known.isDisabled ?? false,
})
const from = localDate('2026-10-01')

describe('how what survivors have is divided (domain §2.7)', () => {
  it('orphans alike, but for one of age without a disability', () => {
    const orphans = [
      somebody('a', 'child'),
      somebody('b', 'child', { bornOn: '2000-01-01' }),
      somebody('c', 'child', { bornOn: '2000-01-01', isDisabled: true }),
    ]
    expect(sharesByRules('orphan', orphans, from)).toEqual({ a: 1, b: 0, c: 1 })
    expect(sharesByRules('orphan', [orphans[1] ?? somebody('b', 'child')], from)).toBeNull()
  })

  it('the capital of a death equally among spouses; heirs, and spouses of a réversion, by an agent', () => {
    const spouses = [somebody('a', 'spouse'), somebody('b', 'spouse')]
    expect(sharesByRules('death_capital', spouses, from)).toEqual({ a: 1, b: 1 })
    const heirs = [somebody('a', 'spouse'), somebody('b', 'heir')]
    expect(sharesByRules('death_capital', heirs, from)).toBeNull()
    expect(sharesByRules('reversion', spouses, from)).toBeNull()
    expect(sharesByRules('reversion', spouses.slice(0, 1), from)).toEqual({ a: 1 })
  })

  it('is the same, however it is written', () => {
    expect(areSameShares({ a: 2, b: 2 }, { a: 1, b: 1 })).toBe(true)
    expect(areSameShares({ a: 1, b: 0 }, { a: 3, b: 0 })).toBe(true)
    expect(areSameShares({ a: 1, b: 3 }, { a: 1, b: 1 })).toBe(false)
  })

  it('to the centime: the shares make the whole', () => {
    const heirs = [somebody('a', 'spouse'), somebody('b', 'heir'), somebody('c', 'heir')]
    const amounts = { yearly: centimes(100_000), atOnce: centimes(1) }
    const shared = shareOut(heirs, { a: 1, b: 1, c: 1 }, amounts)
    expect(shared.map(({ yearly }) => yearly)).toEqual([33_334n, 33_333n, 33_333n])
    expect(shared.map(({ monthly }) => monthly)).toEqual([2_778n, 2_778n, 2_777n])
    expect(shared.map(({ atOnce }) => atOnce)).toEqual([1n, 0n, 0n])
    expect(shared[0]).toMatchObject({ parts: 1, of: 3 })
  })

  it('among those of the claim alone, somebody of them having some', () => {
    const two = [{ id: 'a' }, { id: 'b' }]
    expect(areSharesOf(two, { a: 0, b: 1 })).toBe(true)
    for (const shares of [null, { a: 1 }, { a: 0, b: 0 }, { a: 1, b: 1, c: 1 }])
      expect(areSharesOf(two, shares)).toBe(false)
    expect(areSharesOf([{ id: 'a' }], null)).toBe(true)
    expect(areSharesOf([{ id: 'a' }], { a: 1 })).toBe(false)
  })
})
