import { describe, expect, it } from 'vitest'
import { folded } from '../../test/support/accounts.ts'
import { aDebitDeskEachTime, notice, today } from '../../test/support/debit-desk.ts'
import { signedIn } from '../../test/support/factories.ts'
import { aConfirmedOrder } from '../../test/support/paying.ts'
import { paths } from '../web/paths.ts'

const setting = aDebitDeskEachTime()
const { referenceOf, collected, send } = setting

describe('RE23: of a debit that has its answer, a second booking', () => {
  const apart = (text: string, bank: string) => text.replace(/(<AcctSvcrRef>)[^<]*/, `$1${bank}`)
  const left = (one: { text: string }) => /mouvements à examiner : (\d)/.exec(folded(one.text))?.[1]
  const settled = async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 100_000n, today)
    await collected()
    return { reference: await referenceOf(id), amount: '1000.00' }
  }

  it('in the same message is examined, whatever the references: a message tells each booking once', async () => {
    for (const bank of ['', 'AUTRE', undefined]) {
      const row = await settled()
      const same = notice(row, row)
      const text = bank === undefined ? same : apart(same, bank)
      expect(left(await send(text))).toBe('1')
      expect(left(await send(text.replaceAll('054.001', '053.001')))).toBe('0')
    }
  })

  it('in another message is examined under another reference of the bank, or on another day when it gives none', async () => {
    const row = await settled()
    await send(notice(row))
    expect(left(await send(apart(notice(row), '')))).toBe('0')
    expect(left(await send(apart(notice({ ...row, day: '2026-11-27' }), '')))).toBe('1')
    expect(left(await send(apart(notice(row), 'AUTRE')))).toBe('1')
  })

  it('of its return is examined too; the return itself is no news after the report that refused it', async () => {
    const row = { ...(await settled()), back: 'AM04' }
    expect(left(await send(notice(row, row)))).toBe('1')
  })

  it('is money that an agent takes for a received transfer', async () => {
    const row = await settled()
    await send(notice(row))
    await send(apart(notice(row), 'AUTRE'))
    const [parked] = await setting.site.database.ownerQuery<{ id: string; position: number }>(
      `select message_id as id, position from bank_movements where end_to_end_id = $1 and state = 'parked'`,
      [row.reference],
    )
    const visitor = await signedIn(setting.site, setting.agent)
    const page = await visitor.get(paths.agency.bankMessages())
    expect(page.text).toContain('c’est une seconde écriture pour le même ordre')
    const place = { id: parked?.id ?? '', position: String(parked?.position) }
    const done = await visitor.submit(page, {}, paths.agency.receiveMovement(place))
    expect(done.text).toContain('C’est un virement reçu, en attente')
  })
})
