import { describe, expect, it } from 'vitest'
import type { TransferShare } from '../../ledger/transfers/transfer-order.ts'
import { centimes } from '../../money/index.ts'
import { type Evidence, type KnownOrder, type KnownPayer, matchTransfer } from './match-transfer.ts'

const share = (amount: bigint, quarter: 1 | 2 = 1): TransferShare => ({
  category: '01',
  quarter: { year: 2026, quarter },
  part: 'contributions',
  amount: centimes(amount),
})
const order = (wishes: Partial<KnownOrder> = {}): KnownOrder => ({
  id: 'o1',
  reference: 'TR-1',
  employerId: 'atlas',
  amount: centimes(500n),
  dues: [share(500n)],
  received: centimes(0n),
  isWithdrawn: false,
  ...wishes,
})
const payer = (wishes: Partial<KnownPayer> = {}): KnownPayer => ({
  employerId: 'atlas',
  open: [share(500n), share(300n, 2)],
  orders: [],
  ...wishes,
})
const match = (amount: bigint, evidence: Partial<Evidence>) =>
  matchTransfer(centimes(amount), { orders: [], payers: [], ...evidence })

describe('whose a transfer is (E7)', () => {
  it('is said by the reference it carries, whatever the amount and the account', () => {
    for (const amount of [500n, 499n, 900n]) {
      expect(
        match(amount, { orders: [order()], payers: [payer({ employerId: 'other' })] }),
      ).toEqual({
        ok: true,
        found: {
          employerId: 'atlas',
          foundBy: 'reference',
          orderId: 'o1',
          reference: 'TR-1',
          isWithdrawn: false,
          dues: [share(500n)],
        },
      })
    }
  })

  it('is for an agent when two references are carried, or one that was paid already', () => {
    const two = [order(), order({ id: 'o2', reference: 'TR-2' })]
    expect(match(500n, { orders: two })).toEqual({ ok: false, because: 'several_references' })
    const paid = match(500n, { orders: [order({ received: centimes(500n) })], payers: [payer()] })
    expect(paid).toEqual({ ok: false, because: 'reference_already_paid' })
    const part = match(1n, { orders: [order({ received: centimes(499n) })], payers: [payer()] })
    expect(part).toEqual({ ok: false, because: 'reference_part_paid' })
  })

  it('is said by the account with the exact amount: an order printed, one due, or everything that is owed', () => {
    expect(
      match(700n, { payers: [payer({ orders: [order({ amount: centimes(700n) })] })] }),
    ).toMatchObject({ ok: true, found: { foundBy: 'account', orderId: 'o1' } })
    expect(match(300n, { payers: [payer()] })).toMatchObject({
      ok: true,
      found: { foundBy: 'account', orderId: null, dues: [share(300n, 2)] },
    })
    expect(match(800n, { payers: [payer()] })).toMatchObject({
      ok: true,
      found: { dues: [share(500n), share(300n, 2)] },
    })
  })

  it('is for an agent when the account is two companies’, the amount is another, or nothing is known', () => {
    expect(match(500n, { payers: [payer(), payer({ employerId: 'b' })] })).toEqual({
      ok: false,
      because: 'several_companies',
    })
    expect(match(499n, { payers: [payer()] })).toEqual({ ok: false, because: 'other_amount' })
    expect(match(0n, { payers: [payer({ open: [] })] })).toEqual({
      ok: false,
      because: 'other_amount',
    })
    expect(match(500n, {})).toEqual({ ok: false, because: 'unknown_payer' })
  })

  it('knows a withdrawn order by its reference and says so, and by the account and amount no more', () => {
    const withdrawn = order({ isWithdrawn: true })
    expect(match(500n, { orders: [withdrawn] })).toMatchObject({
      found: { employerId: 'atlas', foundBy: 'reference', orderId: 'o1', isWithdrawn: true },
    })
    const bare = payer({ open: [share(300n)], orders: [withdrawn] })
    expect(match(500n, { payers: [bare] })).toMatchObject({ ok: false, because: 'other_amount' })
  })
})
