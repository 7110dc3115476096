import type { DelegateActor } from '../../../src/actors/actor.ts'
import { changePaymentSettings } from '../../../src/access/administration/change-payment-settings.ts'
import { centimes } from '../../../src/money/index.ts'
import { createUser } from '../../../src/access/administration/create-user.ts'
import { offerMandate } from '../../../src/access/administration/offer-mandate.ts'
import { type Cell, cells } from '../../../src/access/administration/cell.ts'
import { paths } from '../../../src/web/paths.ts'
import { aNewExternal, aNewUser, asDelegate } from '../../support/administering.ts'
import { aDelegate, anEmployer, aProfile, signedIn } from '../../support/factories.ts'
import type { TestSite } from '../../support/site.ts'
import type { Visitor } from '../../support/visitor.ts'
import { longNames, type Stop } from './stop.ts'

const own = paths.administration

/** «Administration Utilisateurs» of a company that uses everything, of one that begins, and of a long name. */
export async function administrationStops(site: TestSite): Promise<Stop[]> {
  return [...(await fullCompany(site)), ...(await emptyCompany(site)), ...(await longCompany(site))]
}

async function fullCompany(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, {
    number: '005839',
    name: 'Atlas Textile SA',
    categories: ['01', '02', '03'],
    confirmationsRequired: 2,
  })
  const person = await aDelegate(site, employer)
  const users = await everyUser(site, employer)
  const who = await signedIn(site, person)
  await who.submit(await who.get(own.accounts()), {
    rib: '007780000123456789012396',
    holder: employer.name,
  })
  for (const kind of ['password_reset', 'email_update'] as const) {
    const typed = {
      signatoryName: 'Youssef Alami',
      signatoryCapacity: 'Gérant',
      newEmail: 'neuve@atlas.example',
    }
    await who.submit(await who.get(own.letter({ kind })), typed, own.letter({ kind }))
  }
  const at = (name: string, address: string): Stop => ({
    name,
    address,
    who,
    employer: employer.name,
  })
  const steps = (cell: Cell, id: string) => [
    at(`a user of ${cell}`, own.user({ cell, id })),
    at(`a password for a user of ${cell}`, own.userPassword({ cell, id })),
    ...['suspend', 'reactivate', 'remove', 'factor'].map((step) =>
      at(`${step} a user of ${cell}`, `${own.userState({ cell, id })}?etape=${step}`),
    ),
  ]
  return [
    at('general information', own.information()),
    ...cells.flatMap((cell) => [
      at(`users of ${cell}`, own.users({ cell })),
      at(`a new user of ${cell}`, own.newUser({ cell })),
    ]),
    ...steps('interne', users.internal),
    ...steps('externe', users.external),
    ...steps('profils', users.maker),
    at('a suspended user', own.user({ cell: 'interne', id: users.suspended })),
    at('an invited user', own.user({ cell: 'interne', id: users.invited })),
    at('the scope of a user', own.userScope({ cell: 'interne', id: users.internal })),
    at('the powers of a user', own.userPowers({ cell: 'profils', id: users.maker })),
    at('a bank account to add', own.accounts()),
    at('departures', own.departures()),
    at('the trail', own.trail()),
    at('the trail narrowed to nothing', `${own.trail()}?du=01/01/2020&au=02/01/2020`),
    at('the trail with a wrong date', `${own.trail()}?du=hier`),
    at('the letters', own.letters()),
    ...(['password_reset', 'email_update', 'renewal'] as const).map((kind) =>
      at(`a letter to prepare: ${kind}`, own.letter({ kind })),
    ),
    { ...at('a user who does not exist', own.user({ cell: 'interne', id: 'x' })), status: 404 },
    { ...at('the agents’ queue refused to a delegate', paths.agency.queue()), status: 403 },
    { ...at('ceilings typed wrongly', own.information()), act: wrongCeilings },
    { ...at('fewer confirmations to confirm', own.information()), act: chooseFewer },
  ]
}

const wrongCeilings: NonNullable<Stop['act']> = async (page) => {
  await page.locator('main [name="perOrder"]').fill('mille')
  await page.locator('main [name="perDay"]').fill('-12,345')
  await page.locator(`main form[action="${own.ceilings()}"] button`).first().click()
  await page.waitForLoadState()
}

/** A ceiling that was raised waits, and the one in force is told beside it. */
async function raiseCeiling(site: TestSite, by: DelegateActor): Promise<void> {
  for (const [index, orderCeiling] of [4_000_000n, 90_000_000n].entries()) {
    await changePaymentSettings(site.app, by, {
      version: index + 1,
      settings: { orderCeiling: centimes(orderCeiling) },
      isConfirmed: true,
    })
  }
}

/** From two confirmations to one: a page asks again. */
const chooseFewer: NonNullable<Stop['act']> = async (page) => {
  await page.locator('main [name="confirmations"][value="1"]').check()
  await page.locator(`main form[action="${own.confirmations()}"] button`).first().click()
  await page.waitForLoadState()
}

async function everyUser(site: TestSite, employer: Parameters<typeof asDelegate>[1]) {
  const internal = await aProfile(site, employer, { categories: ['01', '02'], mode: 'form' })
  const suspended = await aProfile(site, employer, { state: 'suspended', categories: ['01'] })
  const maker = await aProfile(site, employer, {
    service: 'payment',
    isMaker: true,
    cin: 'BK100200',
  })
  await aProfile(site, employer, { service: 'payment', isValidator: true, cin: 'BK100200' })
  await aProfile(site, employer, { service: 'employer_account' })
  const by = asDelegate({ id: (await aDelegateOf(site, employer)).id } as never, employer)
  await raiseCeiling(site, by)
  const invited = await createUser(site.app, by, aNewUser())
  const scope = { mode: 'form', categories: ['02'], untilOn: null } as const
  const external = await offerMandate(site.app, by, aNewExternal({ scope }))
  await site.runJobs()
  return {
    internal: internal.id,
    suspended: suspended.id,
    external: external.id,
    maker: maker.id,
    invited: invited.id,
  }
}

async function aDelegateOf(site: TestSite, employer: { readonly id: string }) {
  const [row] = await site.database.ownerQuery<{ id: string }>(
    'select id from delegates where employer_id = $1',
    [employer.id],
  )
  if (!row) throw new Error('no delegate')
  return row
}

async function emptyCompany(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { services: ['declaration'] })
  const who: Visitor = await signedIn(site, await aDelegate(site, employer))
  const pages: readonly (readonly [string, string])[] = [
    ['general information of a company that begins', own.information()],
    ['no user yet', own.users({ cell: 'interne' })],
    ['users of a service not subscribed', own.users({ cell: 'profils' })],
    ['no departure', own.departures()],
    ['an empty trail', own.trail()],
    ['no letter', own.letters()],
  ]
  return pages.map(([name, address]) => ({ name, address, who, employer: employer.name }))
}

async function longCompany(site: TestSite): Promise<Stop[]> {
  const { firstName, lastName, email, company } = longNames
  const employer = await anEmployer(site, { name: company, categories: ['01'] })
  const who = await signedIn(site, await aDelegate(site, employer, { firstName, lastName, email }))
  const login = `abderrahmane-mohammed-amine-benabdeljalil.decl.${employer.number}`
  const { id } = await aProfile(site, employer, { firstName, lastName, email, login })
  const pages: readonly (readonly [string, string])[] = [
    ['general information with long names', own.information()],
    ['users with long names', own.users({ cell: 'interne' })],
    ['a user with a long name', own.user({ cell: 'interne', id })],
    ['departures with long names', own.departures()],
  ]
  return pages.map(([name, address]) => ({ name, address, who, employer: company }))
}
