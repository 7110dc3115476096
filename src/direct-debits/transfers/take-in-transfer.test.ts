import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signedIn } from '../../../test/support/factories.ts'
import { BankDesk, knownRib, message } from '../../../test/support/transfers.ts'
import { creditorReference } from '../../ledger/transfers/payment-reference.ts'
import { paths } from '../../web/paths.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await BankDesk.open()
})
afterAll(() => desk.site.close())
beforeEach(() => desk.begin())

describe('money that comes by transfer (E7)', () => {
  it('finds its company by the reference of its order, and pays what the order says on the day of the bank', async () => {
    const reference = await desk.printedOrder()
    const before = await desk.inSuspense()
    const done = await desk.arrives({
      amount: '14490.11',
      label: `COTIS ${reference.replaceAll('-', '')}`,
    })
    expect(done.text).toContain('virements reçus : 1, mouvements à examiner : 0')
    // Paid 54 days after its échéance: what remains is the late interest of that day.
    expect(await desk.openAmount()).toBe(25_725n)
    expect(await desk.inSuspense()).toBe(before)
    const entries = await desk.site.database.ownerQuery<{ number: string; occurred: string }>(
      `select number::text, occurred_on::text as occurred from ledger_entries where employer_id = $1 and kind = 'payment'`,
      [desk.paying.company.id],
    )
    expect(entries.map(({ occurred }) => occurred)).toEqual(['2026-11-23'])
    const page = await (await signedIn(desk.site, desk.accountant)).get(
      paths.employerAccount.entry({ number: entries[0]?.number ?? '' }),
    )
    expect(page.text).toContain('la référence de votre ordre de virement')
    expect(page.text).toContain(reference.replaceAll('-', ''))
    expect(await desk.ledgerBreaks()).toEqual([])
  })

  it('finds it by the structured reference, and less than the order pays less', async () => {
    const reference = await desk.printedOrder()
    await desk.arrives({ amount: '10000.00', structured: creditorReference(reference) })
    expect(await desk.openAmount()).toBe(449_011n)
  })

  it('finds it by its account and the exact amount; another amount waits', async () => {
    await desk.arrives({ amount: '14490.10', from: knownRib })
    expect(await desk.newest()).toMatchObject({ state: 'to_decide', note: 'other_amount' })
    await desk.arrives({ amount: '14490.11', from: knownRib })
    expect(await desk.newest()).toMatchObject({ state: 'attributed' })
    expect(await desk.openAmount()).toBe(25_725n)
  })

  it('RE23: told twice, in the notice then in the statement, in either order, counts once', async () => {
    const reference = await desk.printedOrder()
    const row = { amount: '10000.00', reference, bank: `B${randomUUID()}` }
    for (const kind of ['053', '054', '053'] as const) await desk.give(message(kind, [row]))
    expect(await desk.openAmount()).toBe(449_011n)
    const file = message('054', [{ amount: '1.00', bank: '' }])
    await desk.give(file)
    expect((await desk.give(file)).status).toBe(409)
  })

  it('RE23: two that say the same without any reference of the bank are two, told again they are still two', async () => {
    const before = await desk.inSuspense()
    const row = { amount: '77.00', payer: randomUUID(), bank: '' }
    await desk.give(message('054', [row, row]))
    await desk.give(message('053', [row, row]))
    expect((await desk.inSuspense()) - before).toBe(15_400n)
  })

  it('RE23: the sum of what is known one by one is not money a second time', async () => {
    const bank = `B${randomUUID()}`
    await desk.give(
      message(
        '054',
        [1, 2].map((part) => ({ amount: '50.00', bank: `${bank}/${part}` })),
      ),
    )
    const before = await desk.inSuspense()
    const done = await desk.give(message('053', [{ amount: '100.00', bank }]))
    expect(done.text).toContain('virements reçus : 0, mouvements à examiner : 1')
    expect(done.text).toContain('Somme ou détail de virements déjà reçus')
    expect(await desk.inSuspense()).toBe(before)
  })

  it('a second transfer under one reference waits: nobody pays twice unseen', async () => {
    const reference = await desk.printedOrder()
    await desk.arrives({ amount: '14490.11', reference })
    await desk.arrives({ amount: '14490.11', reference })
    expect(await desk.newest()).toMatchObject({
      state: 'to_decide',
      note: 'reference_already_paid',
    })
  })
})
