import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aProfile, signedIn, type TestPerson } from '../../../test/support/factories.ts'
import { BankDesk } from '../../../test/support/transfers.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'

const own = paths.employerAccount
let desk: BankDesk
let accountant: Visitor
/** Of an order for the whole quarter, printed by the accountant. */
let id: string
let reference: string

beforeAll(async () => {
  desk = await BankDesk.open()
})
afterAll(() => desk.site.close())
beforeEach(async () => {
  await desk.begin()
  accountant = await signedIn(desk.site, desk.accountant)
  reference = await desk.printedOrder()
  const [row] = await desk.site.database.ownerQuery<{ id: string }>(
    'select id from transfer_orders where reference = $1',
    [reference],
  )
  id = row?.id ?? ''
})

const address = () => own.withdrawTransfer({ id })
const open = (visitor: Visitor) => visitor.get(own.transferOrder({ id }))
const withdraw = async (raison = 'Payé par carte') =>
  accountant.submit(await open(accountant), { raison }, address())
const received = (note: string) => expect.stringContaining(note) as string

describe('a printed «ordre de virement» that does not go to the bank (C6)', () => {
  it('is withdrawn by who drew it up, with a reason: its dues are proposed again, and the trail says so', async () => {
    const before = await accountant.get(own.transfers())
    expect(before.text).toContain(`aussi dans l’ordre de virement ${reference}`)
    const blank = await accountant.submit(await open(accountant), { raison: ' ' }, address())
    expect([blank.status, blank.mistakes]).toEqual([
      422,
      ['Dites en une phrase pourquoi vous retirez cet ordre.'],
    ])
    const done = await withdraw()
    expect(done.text).toContain('L’ordre de virement est retiré')
    expect(done.text).toContain('Payé par carte')
    const after = await accountant.get(own.transfers())
    expect(after.text).not.toContain('aussi dans l’ordre de virement')
    expect(after.text).toContain('Retiré')
    const [event] = await desk.site.database.ownerQuery(
      `select details from audit_events where employer_id = $1 and action = 'transfer_order.withdrawn'`,
      [desk.paying.company.id],
    )
    expect(event).toMatchObject({ details: { reference, reason: 'Payé par carte' } })
  })

  it('is printed no more, and withdrawn once', async () => {
    const page = await open(accountant)
    await withdraw()
    const printed = await accountant.get(own.transferPdf({ id }))
    expect([printed.status, printed.text]).toEqual([409, received('Préparez-en un autre')])
    const again = await accountant.submit(page, { raison: 'Deux fois' }, address())
    expect([again.status, again.mistakes]).toEqual([
      409,
      ['Cet ordre de virement a été retiré. Préparez-en un autre pour régler ses échéances.'],
    ])
    await expect(
      desk.site.database.ownerQuery(
        `update transfer_orders set withdrawn_at = null, withdrawn_reason = '' where id = $1`,
        [id],
      ),
    ).rejects.toThrow('never changed')
  })

  it('is read by a colleague, who is told whom to ask', async () => {
    const colleague: TestPerson = await aProfile(desk.site, desk.paying.company, {
      service: 'employer_account',
    })
    const visitor = await signedIn(desk.site, colleague)
    const page = await open(visitor)
    expect(page.text).toContain('Seule la personne qui a préparé cet ordre peut le retirer.')
    // A form of the portal, whatever it was sent for.
    const list = await visitor.get(own.attestations())
    const token = list.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const tried = await visitor.post(address(), { csrf: token, raison: 'Non' })
    expect([tried.status, tried.mistakes]).toEqual([409, [received('demandez-lui de le retirer')]])
  })

  it('is withdrawn by a colleague once who drew it up has no access any more', async () => {
    const colleague = await signedIn(
      desk.site,
      await aProfile(desk.site, desk.paying.company, { service: 'employer_account' }),
    )
    await desk.site.database.ownerQuery(`update profiles set state = 'suspended' where id = $1`, [
      desk.accountant.id,
    ])
    const page = await open(colleague)
    expect(page.text).toContain('n’a plus d’accès')
    const done = await colleague.submit(page, { raison: 'Elle a quitté l’entreprise' }, address())
    expect(done.text).toContain('L’ordre de virement est retiré')
  })

  it('whose money has come is not withdrawn', async () => {
    const page = await open(accountant)
    await desk.arrives({ amount: '14490.11', reference })
    const late = await accountant.submit(page, { raison: 'Trop tard' }, address())
    expect([late.status, late.mistakes]).toEqual([409, [received('déjà inscrit à votre compte')]])
    expect(late.text).toContain('Virement reçu')
  })

  it('of which a part has come says so beside its amount, is printed no more, and takes its rest', async () => {
    await desk.arrives({ amount: '14490.10', reference })
    const page = await open(accountant)
    expect(page.text).toContain('Reçu en partie')
    expect(page.text).toContain('14 490,10')
    expect(page.text).not.toContain('Imprimer')
    const list = await accountant.get(own.transfers())
    expect(list.text).toContain('Reçu en partie')
    expect(list.body).not.toContain(own.transferPdf({ id }))
    const printed = await accountant.get(own.transferPdf({ id }))
    expect([printed.status, printed.text]).toEqual([409, received('il ne s’imprime plus')])
    await desk.arrives({ amount: '0.01', reference })
    const rest = await desk.newest()
    expect(rest).toMatchObject({ state: 'to_decide', note: 'reference_part_paid' })
    const agent = await signedIn(desk.site, desk.agent)
    const chosen = await agent.get(
      `${paths.agency.receivedTransfer({ id: rest.id })}?adherent=${desk.paying.company.number}`,
    )
    expect(chosen.text).toContain('celui-ci en est peut-être le complément')
    await agent.submit(chosen, {}, paths.agency.attributeTransfer({ id: rest.id }))
    expect((await open(accountant)).text).toContain('Virement reçu')
  })

  it('withdrawn, of which a part comes, is shown for what came', async () => {
    await withdraw()
    await desk.arrives({ amount: '1000.00', reference })
    const page = await open(accountant)
    expect(page.text).toContain('Reçu en partie')
    expect(page.text).toContain('1 000,00')
  })

  it('is known by its reference when the bank was handed it all the same, and everybody is told', async () => {
    await withdraw()
    await desk.site.runJobs()
    desk.site.mails.length = 0
    await desk.arrives({ amount: '14490.11', reference })
    const transfer = await desk.newest()
    expect(transfer).toMatchObject({ state: 'attributed' })
    const agent = await signedIn(desk.site, desk.agent)
    const seen = await agent.get(paths.agency.receivedTransfer({ id: transfer.id }))
    expect(seen.text).toContain('L’entreprise avait retiré cet ordre le')
    expect(seen.text).toContain('Payé par carte')
    const [line] = await desk.site.database.ownerQuery<{ number: string }>(
      `select number::text from ledger_entries where employer_id = $1 and kind = 'payment'`,
      [desk.paying.company.id],
    )
    const entry = await accountant.get(own.entry({ number: line?.number ?? '' }))
    expect(entry.text).toContain('ordre que vous aviez retiré le')
    await desk.site.runJobs()
    const mails = desk.site.mails.filter(({ to }) => to === desk.accountant.email)
    expect(mails.map(({ text }) => text)).toEqual([
      received(`${reference}, d’un ordre de virement que vous aviez retiré`),
    ])
    expect((await open(accountant)).text).toContain('Virement reçu')
  })

  it('beside another reference waits for an agent, who reads that the company had withdrawn it', async () => {
    const other = await desk.printedOrder()
    await withdraw()
    await desk.arrives({ amount: '14490.11', label: `${reference} ${other}` })
    const transfer = await desk.newest()
    expect(transfer).toMatchObject({ state: 'to_decide', note: 'several_references' })
    const agent = await signedIn(desk.site, desk.agent)
    const seen = await agent.get(paths.agency.receivedTransfer({ id: transfer.id }))
    expect(seen.text).toContain('la référence d’un ordre de virement qu’elle a retiré')
  })
})
