import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDelegate, anAgent, signedIn, type TestPerson } from '../../test/support/factories.ts'
import { agentActor } from '../../test/support/letters.ts'
import {
  aConfirmedOrder,
  aDrawnOrder,
  aPayingCompany,
  choiceOf,
  confirmAs,
  orderOf,
  type Paying,
  paymentActor,
} from '../../test/support/paying.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen } from '../../test/support/visitor.ts'
import { recordEach } from '../audit/record.ts'
import { editOrder } from '../payments/edit-order.ts'
import { refuseAnOrder } from '../payments/refuse-order.ts'
import { paths } from '../web/paths.ts'
import { handOverCollection } from './hand-over-collection.ts'
import { makeCollection } from './make-collection.ts'
import { receiveBankMessage } from './receive-bank-message.ts'

const today = '2026-11-24'
const own = paths.payments
let site: TestSite
let agent: TestPerson
let paying: Paying

beforeAll(async () => {
  site = await openSite()
  agent = await anAgent(site)
})
afterAll(() => site.close())
beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  paying = await aPayingCompany(site)
})

const folded = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
/** Who, then what, of each event in its order. */
const historyOf = (screen: Screen) =>
  screen.document
    .querySelectorAll('main table')
    .at(-1)
    ?.querySelectorAll('tbody tr')
    .map((row) =>
      folded(`${row.querySelector('th')?.text} | ${row.querySelectorAll('td')[1]?.text}`),
    ) ?? []
const read = async (id: string) =>
  historyOf(await (await signedIn(site, paying.maker)).get(own.order({ id })))

async function leave(): Promise<string> {
  const made = await makeCollection(site.app, agentActor(agent))
  if (made.outcome !== 'made') throw new Error('nothing was due')
  site.clock.advance(60_000)
  await handOverCollection(site.app, agentActor(agent), { id: made.id, version: 1 })
  const [row] = await site.database.ownerQuery<{ reference: string }>(
    'select reference from collections where id = $1',
    [made.id],
  )
  site.clock.advance(60_000)
  return row?.reference ?? ''
}

async function answer(id: string, amount: string, back = ''): Promise<void> {
  const { reference } = await orderOf(site, paying, id)
  const returned = back ? `<RtrInf><Rsn><Cd>${back}</Cd></Rsn></RtrInf>` : ''
  const text = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>H</MsgId></GrpHdr><Ntfctn><Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>${back ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt><AcctSvcrRef>${reference}${back}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>${returned}</TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
  await receiveBankMessage(site.app, agentActor(agent), { name: 'x.xml', bytes: Buffer.from(text) })
  site.clock.advance(60_000)
}

describe('the history of an order (E3 to E5)', () => {
  it('has everything, from the desk to the bank and back', async () => {
    const id = await aDrawnOrder(site, paying, 1_000_000n, today)
    site.clock.advance(60_000)
    await confirmAs(site, paying, paying.amina, id)
    site.clock.advance(60_000)
    await editOrder(site.app, paymentActor(paying.maker), {
      ...choiceOf(paying, 900_000n, today),
      orderId: id,
      version: (await orderOf(site, paying, id)).version,
    })
    for (const person of [paying.amina, paying.badr]) {
      site.clock.advance(60_000)
      await confirmAs(site, paying, person, id)
    }
    site.clock.advance(60_000)
    const file = await leave()
    await answer(id, '9000.00')
    await answer(id, '9000.00', 'MD01')
    const next = await aDrawnOrder(site, paying, 200_000n, '2026-12-01').catch(String)
    const history = await read(id)
    expect(history.slice(0, 5)).toEqual([
      'Omar Berrada | A établi l’ordre',
      'Amina Berrada | A confirmé une version antérieure : ne compte plus (mot de passe redonné)',
      expect.stringMatching(
        /^Omar Berrada \| A modifié l’ordre \(version 2\) ?Montant : 10 000,00 DH, maintenant 9 000,00 DH/,
      ),
      'Amina Berrada | A confirmé (mot de passe redonné)',
      'Badr Berrada | A confirmé (mot de passe redonné)',
    ])
    expect(history[5]).toContain(`Mis dans le fichier ${file}`)
    expect(history[6]).toContain(`Fichier ${file} remis à la banque`)
    expect(history[6]).toContain('(Agence Virtuelle)')
    expect(history[7]).toContain('Payé par la banque')
    expect(history[8]).toContain('La banque ne connaît pas de mandat valable')
    expect(history[8]).toContain('Les échéances sont de nouveau à payer')
    expect(history[8]).toContain('Le mandat de ce compte est gelé')
    // The account is frozen: nothing could be drawn up on it again.
    expect(next).toContain('account_not_usable')
    expect(history).toHaveLength(9)
  })

  it('says which order took up again what came back', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await leave()
    await answer(id, '10000.00', 'AM04')
    const { reference } = await orderOf(site, paying, await aDrawnOrder(site, paying, 100n))
    const history = await read(id)
    expect(history.at(-2)).toContain('Le compte n’avait pas la provision nécessaire')
    expect(history.at(-1)).toContain(`reprises par l’ordre ${reference}`)
  })

  it('does not say after the answer that the bank has taken it, when that message comes late', async () => {
    const id = await aConfirmedOrder(site, paying, 1_000_000n, today)
    await leave()
    const { reference } = await orderOf(site, paying, id)
    await answer(id, '10000.00')
    const answered = await read(id)
    const text = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>B</MsgId></GrpHdr><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`
    await receiveBankMessage(site.app, agentActor(agent), {
      name: 'late.xml',
      bytes: Buffer.from(text),
    })
    expect(await read(id)).toEqual(answered)
  })

  it('says who refused and why, and that a right was lost', async () => {
    const id = await aDrawnOrder(site, paying, 1_000_000n)
    site.clock.advance(60_000)
    await refuseAnOrder(site.app, paymentActor(paying.badr), {
      orderId: id,
      version: 1,
      reason: 'Montant faux',
    })
    expect((await read(id)).at(-1)).toContain('A refusé l’ordre : Montant faux')
  })

  it('keeps its end when more happened than a page shows', async () => {
    const id = await aDrawnOrder(site, paying, 1_000_000n)
    const employerId = paying.company.id
    const event = {
      action: 'order.reopened',
      subject: { kind: 'payment_order', id },
      employerId,
    }
    const events = Array.from({ length: 500 }, () => event)
    await site.app.db.transaction({ as: 'system' }, (tx) =>
      recordEach(tx, agentActor(agent), site.clock.now(), events),
    )
    site.clock.advance(60_000)
    const refusal = { orderId: id, version: 1, reason: 'Montant faux' }
    await refuseAnOrder(site.app, paymentActor(paying.badr), refusal)
    expect((await read(id)).at(-1)).toContain('A refusé l’ordre : Montant faux')
  })
})

describe('withdrawing an order (E4)', () => {
  it('asks once more, with the amount and the dues, and keeps the reason in the history', async () => {
    await aDelegate(site, paying.company)
    const id = await aDrawnOrder(site, paying, 1_000_000n)
    const visitor = await signedIn(site, paying.maker)
    const page = await visitor.get(own.order({ id }))
    const asked = folded(page.text)
    for (const said of [
      'L’ordre de 10 000,00 DH ne partira pas à la banque',
      'Catégorie 01, 3e trimestre 2026 · Contributions · 10 000,00 DH',
      'Annuler l’ordre de 10 000,00 DH',
    ])
      expect(asked).toContain(said)
    const wrong = await visitor.submit(page, { raison: ' ' }, own.cancel({ id }))
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual(['Dites pourquoi vous l’annulez, en quelques mots.'])
    expect(wrong.document.querySelector('details[open]')).not.toBeNull()
    expect(await orderOf(site, paying, id)).toMatchObject({ state: 'awaiting_confirmation' })
    const done = await visitor.submit(wrong, { raison: 'Doublon' }, own.cancel({ id }))
    expect(done.text).toContain('L’ordre est annulé')
    expect(historyOf(done).at(-1)).toContain('A annulé l’ordre : Doublon')
    const stale = await visitor.submit(page, { raison: 'Encore' }, own.cancel({ id }))
    expect(stale.status).toBe(409)
  })
})
