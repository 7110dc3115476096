import { describe, expect, it } from 'vitest'
import { asDelegate } from '../../test/support/administering.ts'
import { folded } from '../../test/support/accounts.ts'
import { aDelegate, aProfile, signedIn } from '../../test/support/factories.ts'
import { signedBack } from '../../test/support/letters.ts'
import { aConfirmedOrder, owedAmount } from '../../test/support/paying.ts'
import { aDebitDeskEachTime, notice, today } from '../../test/support/debit-desk.ts'
import { renewDebitMandate } from '../access/administration/renew-debit-mandate.ts'
import { centimes, formatDirhams } from '../money/index.ts'
import { paths } from '../web/paths.ts'

const setting = aDebitDeskEachTime()
const { openAmount, stateOf, referenceOf, collected, send } = setting

describe('what the bank answers (E5)', () => {
  it('settles an order, or rejects it: the dues are open again, and the people are told why', async () => {
    const paid = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    const back = await aConfirmedOrder(setting.site, setting.paying, 449_011n, today)
    await collected()
    setting.site.mails.length = 0
    const done = await send(
      notice(
        { reference: await referenceOf(paid), amount: '10000.00' },
        { reference: await referenceOf(back), amount: '4490.11', back: 'AM04' },
      ),
    )
    expect(done.text).toContain(
      'Réponses appliquées : 2, virements reçus : 0, mouvements à examiner : 0',
    )
    expect([await stateOf(paid), await stateOf(back)]).toEqual(['settled', 'rejected'])
    expect(await openAmount()).toBe(449_011n)
    await setting.site.runJobs()
    const told = JSON.stringify(setting.site.mails)
    for (const one of [
      setting.paying.maker.email,
      setting.paying.amina.email,
      'provision nécessaire',
    ]) {
      expect(told).toContain(one)
    }
    const visitor = await signedIn(setting.site, setting.paying.maker)
    const order = await visitor.get(paths.payments.order({ id: back }))
    expect(order.text).toContain('Le compte n’avait pas la provision nécessaire')
  })

  it('tells the late interest that a settled debit leaves, by mail and on the page of the order', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_449_011n, today)
    await collected()
    setting.site.mails.length = 0
    await send(notice({ reference: await referenceOf(id), amount: '14490.11' }))
    await setting.site.runJobs()
    const rows = await setting.site.database.ownerQuery<{ open: bigint }>(
      'select open_interest_centimes as open from ledger_positions where employer_id = $1',
      [setting.paying.company.id],
    )
    const left = formatDirhams(centimes(rows[0]?.open ?? 0n))
    const told = folded(`${left} d’intérêts de retard restent à payer`)
    const isToMaker = ({ to }: { readonly to: string }) => to === setting.paying.maker.email
    expect(
      setting.site.mails.some((mail) => isToMaker(mail) && folded(mail.text).includes(told)),
    ).toBe(true)
    const visitor = await signedIn(setting.site, setting.paying.maker)
    const page = await visitor.get(paths.payments.order({ id }))
    expect(folded(page.text)).toContain(told)
  })

  it('names, on the line of a rejected debit, the order and the reference of the bank', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    await collected()
    const reference = await referenceOf(id)
    await send(notice({ reference, amount: '10000.00', back: 'AM04' }))
    const accountant = await signedIn(
      setting.site,
      await aProfile(setting.site, setting.paying.company, { service: 'employer_account' }),
    )
    const account = paths.employerAccount
    const statement = await accountant.get(`${account.statement()}?sorte=payments`)
    const [line] = statement.document.querySelectorAll('tbody tr')
    expect(line?.text).toContain(reference)
    expect(line?.text).toContain(`référence de la banque\u00a0: R-${reference}`)
    const csv = (await accountant.get(`${account.statementCsv()}?sorte=payments`)).body
    expect(csv).toContain(`${reference} · référence de la banque\u00a0: R-${reference}`)
    const why = await accountant.get(line?.querySelector('a')?.getAttribute('href') ?? '')
    const facts = why.document.querySelectorAll('dl div').map(({ text }) => text.trim())
    expect(facts).toContain(`Ordre de paiement${reference}`)
    expect(facts).toContain(`Référence de la banqueR-${reference}`)
  })

  it('RE23: the same file twice is refused, and the same movement in another file changes nothing', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '10000.00' }
    const file = notice(row)
    await send(file)
    const again = await send(file)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Ce fichier a déjà été traité')
    const other = await send(notice(row))
    expect(other.text).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 0, déjà connus ou sans effet : 1.',
    )
    expect(await openAmount()).toBe(449_011n)
  })

  it('RE23: a settled debit may come back later; a rejected one never becomes money', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '10000.00' }
    await send(notice(row))
    await send(notice({ ...row, back: 'MS03', day: '2026-11-28' }))
    expect(await stateOf(id)).toBe('rejected')
    expect(await openAmount()).toBe(owedAmount)
    const late = await send(notice({ ...row, day: '2026-11-29' }))
    expect(late.text).toContain('L’ordre avait déjà été rejeté')
    expect(await stateOf(id)).toBe('rejected')
  })

  it('RE23: told again in the statement, both the credit and its return of later are known by the references of the bank', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '10000.00' }
    const returned = { ...row, back: 'MD06', day: '2026-11-28' }
    await send(notice(row))
    await send(notice(returned))
    expect(await openAmount()).toBe(owedAmount)
    const statement = await send(notice(row, returned).replaceAll('054.001', '053.001'))
    expect(statement.text).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 0',
    )
    expect(await openAmount()).toBe(owedAmount)
  })

  it('E7: money that does not fit its debit is parked once, and becomes a received transfer', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    await collected()
    const row = { reference: await referenceOf(id), amount: '9999.99' }
    await send(notice(row))
    const again = await send(notice(row))
    expect(again.text).toContain('mouvements à examiner : 0')
    expect(again.text).toContain('Argent reçu · 9 999,99 DH')
    expect(again.text).toContain(setting.paying.company.number)
    const [parked] = await setting.site.database.ownerQuery<{
      message_id: string
      position: number
    }>(
      `select message_id, position from bank_movements where end_to_end_id = $1 and state = 'parked'`,
      [row.reference],
    )
    const place = { id: parked?.message_id ?? '', position: String(parked?.position) }
    const visitor = await signedIn(setting.site, setting.agent)
    const page = await visitor.get(paths.agency.bankMessages())
    const done = await visitor.submit(page, {}, paths.agency.receiveMovement(place))
    expect(done.text).toContain('C’est un virement reçu, en attente')
    const [transfer] = await setting.site.database.ownerQuery<{ id: string }>(
      `select id from received_transfers where message_id = $1`,
      [place.id],
    )
    const given = await visitor.submit(
      done,
      {},
      paths.agency.attributeTransfer({ id: transfer?.id ?? '' }),
    )
    expect(given.text).toContain('Le virement est au compte de l’entreprise')
    const late = await visitor.submit(page, {}, paths.agency.receiveMovement(place))
    expect(late.status).toBe(409)
    expect(await openAmount()).toBe(0n)
  })

  it('AT79: freezes the mandate of an account that is closed', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    await collected()
    await send(notice({ reference: await referenceOf(id), amount: '10000.00', back: 'AC04' }))
    const mandates = await setting.site.database.ownerQuery(
      'select state from debit_mandates where bank_account_id = $1',
      [setting.paying.account],
    )
    expect(mandates).toEqual([{ state: 'revoked' }])
  })

  it('of a frozen mandate holds the orders to come, frees what they pay, and is told to the agent who reads another', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    const later = await aConfirmedOrder(setting.site, setting.paying, 100_000n, '2026-12-24')
    await collected()
    await send(notice({ reference: await referenceOf(id), amount: '10000.00', back: 'AC04' }))
    const list = await (await signedIn(setting.site, setting.paying.maker)).get(
      paths.payments.orders(),
    )
    const row = [...list.document.querySelectorAll('tr')].find((one) =>
      one.querySelector(`a[href="${paths.payments.order({ id: later })}"]`),
    )
    expect(row?.textContent).toContain('Retenu')
    expect(row?.textContent).toContain('gelé depuis un rejet de la banque')
    const accountant = await aProfile(setting.site, setting.paying.company, {
      service: 'employer_account',
    })
    const page = await (await signedIn(setting.site, accountant)).get(
      paths.employerAccount.transfers(),
    )
    expect(page.document.querySelectorAll('input[name=promises]')).toHaveLength(0)
    expect(page.document.querySelector(`input[value="${setting.paying.account}"]`)).toBeNull()
    const delegate = asDelegate(
      await aDelegate(setting.site, setting.paying.company),
      setting.paying.company,
    )
    const wanted = { accountId: setting.paying.account, language: 'fr' } as const
    const { reference } = await renewDebitMandate(setting.site.app, delegate, wanted)
    const [letter] = await setting.site.database.ownerQuery<{ id: string }>(
      'select id from letters where reference = $1',
      [reference],
    )
    const letterId = letter?.id ?? ''
    await signedBack(setting.site, letterId)
    const file = await (await signedIn(setting.site, setting.agent)).get(
      paths.agency.letter({ id: letterId }),
    )
    expect(file.text).toContain('La banque a déjà rejeté un prélèvement sur ce compte.')
    expect(file.text).toContain(`Ordre ${await referenceOf(id)}`)
    expect(file.text).toContain('code AC04')
  })

  it('parks what it does not know or does not fit, until an agent sets it aside with a reason', async () => {
    const id = await aConfirmedOrder(setting.site, setting.paying, 1_000_000n, today)
    await collected()
    const reference = await referenceOf(id)
    const done = await send(
      notice(
        { reference, amount: '9999.99' },
        { reference: 'INCONNU-42', amount: '12.00', back: 'AM04' },
      ),
    )
    expect(done.text).toContain(
      'Réponses appliquées : 0, virements reçus : 0, mouvements à examiner : 2',
    )
    expect(done.text).toContain('Le montant n’est pas celui de l’ordre')
    expect(await stateOf(id)).toBe('collected')
    const [parked] = await setting.site.database.ownerQuery<{
      message_id: string
      position: number
    }>(
      `select message_id, position from bank_movements where end_to_end_id = 'INCONNU-42' and state = 'parked'`,
    )
    const address = paths.agency.setAside({
      id: parked?.message_id ?? '',
      position: String(parked?.position),
    })
    const visitor = await signedIn(setting.site, setting.agent)
    const page = await visitor.get(paths.agency.bankMessages())
    const missing = await visitor.submit(page, { raison: '' }, address)
    expect(missing.status).toBe(422)
    const aside = await visitor.submit(missing, { raison: 'Frais de la banque' }, address)
    expect(aside.text).not.toContain('INCONNU-42')
  })

  it('AT86: a file with a document type is refused unread, with the sentence that says why', async () => {
    const hostile = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    const refused = await send(hostile)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('DOCTYPE')
    expect(refused.text).not.toContain('root:')
  })
})
