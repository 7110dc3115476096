import type { Page } from 'playwright-core'
import { addDays, todayIn } from '../../../src/calendar/index.ts'
import { editOrder } from '../../../src/payments/edit-order.ts'
import { refuseAnOrder } from '../../../src/payments/refuse-order.ts'
import { makeCollection } from '../../../src/direct-debits/make-collection.ts'
import { getEmployer } from '../../../src/employers/store/employers.ts'
import {
  putSettingsToCome,
  savePaymentSettings,
} from '../../../src/employers/store/payment-settings.ts'
import { centimes } from '../../../src/money/index.ts'
import { anywayField, knownField } from '../../../src/payments/transfers/printed-beside.ts'
import { reconcile } from '../../../src/reconciliation/reconcile.ts'
import { paths } from '../../../src/web/paths.ts'
import {
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestPerson,
} from '../../support/factories.ts'
import { agentActor } from '../../support/letters.ts'
import {
  aConfirmedOrder,
  aDrawnOrder,
  aPayingCompany,
  choiceOf,
  confirmAs,
  orderOf,
  type Paying,
  paymentActor,
} from '../../support/paying.ts'
import { addPasskey } from '../../support/passkeys.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'
import { systematicStops } from './systematic-stops.ts'
import { transferStops } from './transfer-stops.ts'

const own = paths.payments

/** E@syPaiement: orders in each state as each person sees them; then the agents' files and the bank's answers. */
export async function paymentStops(site: TestSite): Promise<Stop[]> {
  const paying = await aPayingCompany(site, { name: longNames.company })
  const { company, maker, amina, badr } = paying
  const day = addDays(todayIn(site.app.clock), 6)
  const today = todayIn(site.app.clock)
  const collected = await aConfirmedOrder(site, paying, 200_000n, today)
  const agent = await anAgent(site, { lastName: 'Tazi' })
  const made = await makeCollection(site.app, agentActor(agent))
  if (made.outcome !== 'made') throw new Error('nothing was collected')
  const held = await aHeldOrder(site, paying, agent)
  const waiting = await aDrawnOrder(site, paying, 500_000n, day)
  await confirmAs(site, paying, amina, waiting)
  const changed = await aDrawnOrder(site, paying, 300_000n, day)
  await confirmAs(site, paying, amina, changed)
  await editOrder(site.app, paymentActor(maker), {
    ...choiceOf(paying, 250_000n, addDays(day, 2)),
    orderId: changed,
    version: (await orderOf(site, paying, changed)).version,
  })
  const refused = await aDrawnOrder(site, paying, 100_000n, day)
  await refuseAnOrder(site.app, paymentActor(badr), {
    orderId: refused,
    version: 1,
    reason: 'Le montant ne correspond pas à la décision du comité de trésorerie du mois dernier',
  })
  const asNovice = await waitingNovice(site, paying)
  const [asMaker, asAmina, asBadr] = await Promise.all(
    [maker, amina, badr].map((one) => signedIn(site, one)),
  )
  if (!asMaker || !asAmina || !asBadr) throw new Error('nobody signed in')
  await addPasskey(site, asBadr)
  const accountant = await aProfile(site, company, { service: 'employer_account' })
  const asAccountant = await signedIn(site, accountant)
  const transfers = paths.employerAccount.transfers()
  const fresh = await anEmployer(site)
  const beginner = await signedIn(
    site,
    await aProfile(site, fresh, { service: 'payment', isMaker: true }),
  )
  const alone = await signedIn(
    site,
    await aProfile(site, fresh, { service: 'payment', isValidator: true }),
  )
  const at = (name: string, address: string, who: Stop['who']): Stop => ({
    name,
    address,
    who,
    employer: company.name,
  })
  return [
    at('orders, something to confirm', own.orders(), asBadr),
    at('orders of a maker', own.orders(), asMaker),
    { name: 'no order yet', address: own.orders(), who: beginner },
    { name: 'nothing to pay', address: own.drawUp(), who: beginner },
    { name: 'no agreement waits', address: own.agreements(), who: alone },
    at('an order to draw up, under ceilings', own.drawUp(), asMaker),
    { ...at('an order drawn up wrongly', own.drawUp(), asMaker), act: sendEmpty },
    {
      ...at('an order beside a transfer printed meanwhile', own.drawUp(), asMaker),
      act: sendBesidePrinted,
    },
    at('an order to confirm', own.order({ id: waiting }), asBadr),
    {
      ...at('an order confirmed without a password', own.order({ id: waiting }), asBadr),
      act: confirmBlank,
    },
    at('what waits for an agreement', own.agreements(), asBadr),
    { ...at('an agreement without a password', own.agreements(), asAmina), act: agreeBlank },
    at('an agreement to oneself', own.agreements(), asNovice),
    at('an order that one cannot confirm yet', own.order({ id: waiting }), asNovice),
    at('an order confirmed by oneself', own.order({ id: waiting }), asAmina),
    at('one’s own order', own.order({ id: waiting }), asMaker),
    at('an order that changed', own.order({ id: changed }), asAmina),
    at('an order to change', own.edit({ id: changed }), asMaker),
    at('a refused order', own.order({ id: refused }), asMaker),
    at('an order that stayed behind', own.order({ id: held }), asMaker),
    {
      ...at('an order withdrawn without a reason', own.order({ id: waiting }), asMaker),
      act: cancelBlank,
    },
    at('an order that left', own.order({ id: collected }), asMaker),
    at('a transfer beside an order', transfers, asAccountant),
    { ...at('a transfer of what an order pays', transfers, asAccountant), act: transferTwice },
    ...(await printedStops(site, paying)).map((stop) => ({ ...stop, employer: company.name })),
    ...(await agentStops(site, made.id)),
    ...(await transferStops(site, company.number)),
    ...(await systematicStops(site)),
  ]
}

/** Ceilings raised a moment ago, and a Validateur named with them: both wait. */
async function waitingNovice(site: TestSite, { company }: Paying) {
  const now = site.app.clock.now()
  const dayMs = 86_400_000
  const later = new Date(now.getTime() + dayMs)
  const novice = await aProfile(site, company, {
    service: 'payment',
    firstName: 'Chaïmae',
    lastName: longNames.lastName,
    isValidator: true,
    confirmsFrom: later,
  })
  await site.app.db.transaction({ as: 'employer', employerId: company.id }, async (tx) => {
    const employer = await getEmployer(tx, company.id)
    const settings = {
      confirmationsRequired: 2,
      selfConfirmation: false,
      orderCeiling: centimes(600_000n),
      dailyCeiling: centimes(1_000_000n),
    } as const
    await savePaymentSettings(tx, employer, settings)
    await putSettingsToCome(tx, company.id, {
      ...settings,
      orderCeiling: centimes(90_000_000n),
      dailyCeiling: null,
      decidedBy: `Salma ${longNames.lastName}`,
      decidedAt: now,
      takesEffectAt: later,
    })
  })
  return signedIn(site, novice)
}

/** Confirmed, its day come, and the wording names another mandate than the account has. */
async function aHeldOrder(site: TestSite, paying: Paying, agent: TestPerson): Promise<string> {
  const id = await aConfirmedOrder(site, paying, 150_000n, todayIn(site.app.clock))
  await site.database.ownerQuery(
    `update debit_mandates set reference = reference || '-B' where bank_account_id = $1`,
    [paying.account],
  )
  await makeCollection(site.app, agentActor(agent))
  return id
}

async function cancelBlank(page: Page): Promise<void> {
  const form = page.locator('form[action$="/annulation"]')
  await page.locator('details:has(form[action$="/annulation"]) summary').click()
  await form.locator('button.is-stop').click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}

async function transferTwice(page: Page): Promise<void> {
  await page.locator('input[name=promises]').first().check()
  await page.locator('main form button.is-primary').click()
  await page.locator('input[name=quandMeme]').waitFor()
}

/** Orders on paper: one that may be withdrawn, one that was. */
async function printedStops(site: TestSite, { company }: Paying): Promise<Stop[]> {
  const accountant = await aProfile(site, company, { service: 'employer_account' })
  const who = await signedIn(site, accountant)
  const { transfers, transferOrder, withdrawTransfer } = paths.employerAccount
  for (const _ of ['to keep', 'to withdraw']) {
    const form = await who.get(transfers())
    const due = form.document.querySelector('input[name=echeances]')?.getAttribute('value') ?? ''
    await who.submit(form, { echeances: [due] }, transfers())
  }
  const list = await who.get(transfers())
  const links = list.document.querySelectorAll('main table a:not([download])')
  const [kept = '', withdrawn = ''] = links.map((link) => link.getAttribute('href') ?? '')
  const id = withdrawn.split('/').at(-1) ?? ''
  const raison =
    'Le directeur financier préfère un seul virement pour tout le trimestre, à la fin du mois'
  await who.submit(await who.get(transferOrder({ id })), { raison }, withdrawTransfer({ id }))
  return [
    { name: 'orders of transfer and what became of them', address: transfers(), who },
    { name: 'an order of transfer', address: kept, who },
    {
      name: 'an order of transfer withdrawn without a reason',
      address: kept,
      who,
      act: withdrawBlank,
    },
    { name: 'a withdrawn order of transfer', address: withdrawn, who },
  ]
}

async function withdrawBlank(page: Page): Promise<void> {
  await page.locator('details:has(form[action$="/retrait"]) summary').click()
  await page.locator('form[action$="/retrait"] button.is-stop').click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}

async function agreeBlank(page: Page): Promise<void> {
  await page.locator('main form button:not([type="button"])').first().click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}

async function agentStops(site: TestSite, collectionId: string): Promise<Stop[]> {
  const who = await signedIn(site, await anAgent(site, { lastName: 'Sqalli' }))
  const agency = paths.agency
  await parkOne(site)
  await reconcile(site.app)
  const supervisor = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
  return [
    { name: 'what the night found', address: agency.reconciliation(), who: supervisor },
    { name: 'the files for the bank', address: agency.collections(), who },
    { name: 'a file for the bank', address: agency.collection({ id: collectionId }), who },
    { name: 'messages of the bank', address: agency.bankMessages(), who },
    {
      name: 'a movement set aside without a reason',
      address: agency.bankMessages(),
      who,
      act: setAsideBlank,
    },
  ]
}

/** A movement that finds no order, as long as banks write them. */
async function parkOne(site: TestSite): Promise<void> {
  const agent = await anAgent(site)
  await site.database.ownerQuery(
    `with file as (
       insert into files (employer_id, sha256, size, media_type, name, purpose, stored_at)
       values (null, $1, 1, 'application/xml', 'camt054.xml', 'bank_message', now()) returning id),
     message as (
       insert into bank_messages (kind, message_id, sha256, file_id, file_name, movements, received_by, received_at)
       select 'camt.054', 'N-1', $1, file.id, 'releve-du-compte-principal-2026-11-19-numero-000000123456.xml', 1, $2, now()
       from file returning id)
     insert into bank_movements (message_id, position, end_to_end_id, outcome, amount_centimes, booked_on, reason,
       bank_reference, remittance, state, note)
     select message.id, 1, '', 'settled', 123456789, '2026-11-19', '', 'R-1',
       'VIREMENT RECU DE LA SOCIETE INTERNATIONALE DE TRANSFORMATION COTISATIONS DU TROISIEME TRIMESTRE', 'parked', 'unknown_reference'
     from message`,
    [Buffer.alloc(32, 7), agent.id],
  )
}

async function sendEmpty(page: Page): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.locator('main form button.is-primary').click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}

/** As from a page that was opened before the transfer was printed, and names none. */
async function sendBesidePrinted(page: Page): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page
    .locator(`input[name="${knownField}"]`)
    .evaluateAll((fields) => fields.forEach((field) => field.remove()))
  await page.locator('main form button.is-primary').click()
  await page.locator(`input[name="${anywayField}"]`).waitFor()
}

async function confirmBlank(page: Page): Promise<void> {
  await page.locator('main form button.is-primary').click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}

async function setAsideBlank(page: Page): Promise<void> {
  await page.locator('main section form button').first().click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}
