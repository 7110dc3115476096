import type { Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { createUser } from '../../../src/access/administration/create-user.ts'
import { doors } from '../../../src/access/doors.ts'
import { signInPath } from '../../../src/access/doors.ts'
import { paths } from '../../../src/web/paths.ts'
import { asDelegate, aNewUser } from '../../support/administering.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../support/factories.ts'
import { mailedLink } from '../../support/mailed.ts'
import { addPasskey, withPasskey } from '../../support/passkeys.ts'
import type { TestSite } from '../../support/site.ts'
import type { Visitor } from '../../support/visitor.ts'
import { forgetThrottles, longNames, type Stop } from './stop.ts'

/** The doors, the second step, lost passwords and mailed links, alive and dead. */
export async function accessStops(site: TestSite): Promise<Stop[]> {
  const guest = site.visitor()
  const entrances = doors.flatMap((door): Stop[] => [
    { name: `the door ${door}`, who: guest, address: signInPath(door) },
    {
      name: `the lost password at ${door}`,
      who: guest,
      address: paths.signIn.forgotten({ door }),
    },
  ])
  return [
    ...entrances,
    {
      name: 'a wrong password',
      who: guest,
      address: signInPath('e-paiement'),
      act: wrongPassword,
    },
    {
      name: 'a link that was asked for',
      who: guest,
      address: paths.signIn.forgotten({ door: 'e-paiement' }),
      act: (page) => fillAndSend(page, { login: 'personne.paie.000000' }),
    },
    ...(await secondFactorStops(site)),
    ...(await linkStops(site)),
    ...(await accountStops(site)),
    await keptFormStop(site),
  ]
}

/** What was typed while the session ended comes back after signing in again (product D4). */
async function keptFormStop(site: TestSite): Promise<Stop> {
  const employer = await anEmployer(site, { categories: ['01'] })
  const delegate = await aDelegate(site, employer)
  const who = await signedIn(site, delegate)
  const form = paths.administration.newUser({ cell: 'interne' })
  const page = await who.get(form)
  who.cookies.delete('__Host-session')
  const { firstName, lastName, email } = longNames
  const over = await who.submit(page, { firstName, lastName, email }, form)
  const door = over.document.querySelector('main a.button')?.getAttribute('href') ?? ''
  const login = { employerNumber: employer.number, password: delegate.password }
  const back = await who.submit(await who.get(door), login, paths.signIn.administration())
  if (!back.body.includes(lastName)) throw new Error(back.text)
  return { name: 'a form come back after its session ended', who, address: back.url }
}

async function wrongPassword(page: Page): Promise<void> {
  await fillAndSend(page, { login: 'personne.paie.000000', password: 'pas le bon' })
}

async function fillAndSend(page: Page, typed: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    await page.locator(`main [name="${name}"]`).fill(value)
  }
  await page.locator('main form[method=post] button[type=submit]').last().click()
  await page.waitForLoadState()
}

async function secondFactorStops(site: TestSite): Promise<Stop[]> {
  const guarded = await aDelegate(site, await anEmployer(site))
  await giveFactor(site, guarded)
  const { signIn } = paths
  const asked = await passwordOnly(site, guarded, signIn.administration())
  const agent = await anAgent(site)
  const enrolling = await passwordOnly(site, agent, signIn.agency())
  const holder = await aDelegate(site, await anEmployer(site))
  await withPasskey(site, holder)
  const passkey = await passwordOnly(site, holder, signIn.administration())
  const both = await aDelegate(site, await anEmployer(site))
  await withPasskey(site, both)
  await giveFactor(site, both)
  const either = await passwordOnly(site, both, signIn.administration())
  return [
    { name: 'a passkey to use', who: passkey, address: signIn.secondFactor() },
    { name: 'a code or a passkey', who: either, address: signIn.secondFactor() },
    { name: 'a code to type', who: asked, address: signIn.secondFactor() },
    { name: 'a recovery code to type', who: asked, address: signIn.recoveryCode() },
    { name: 'an authenticator to set up', who: enrolling, address: signIn.enrol() },
  ]
}

export async function giveFactor(site: TestSite, person: TestPerson): Promise<string> {
  const secret = new Secret({ size: 20 }).base32
  await site.database.ownerQuery(`update ${person.kind}s set totp_sealed = $1 where id = $2`, [
    site.app.keyring.seal(secret),
    person.id,
  ])
  return secret
}

async function passwordOnly(site: TestSite, person: TestPerson, door: string): Promise<Visitor> {
  await forgetThrottles(site)
  const visitor = site.visitor()
  const name = person.kind === 'delegate' ? 'employerNumber' : 'login'
  const typed = { [name]: person.login, password: person.password }
  const screen = await visitor.submit(await visitor.get(door), typed)
  if (screen.status !== 200) throw new Error(`${door}: ${screen.text}`)
  return visitor
}

async function linkStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { name: longNames.company })
  const delegate = await aDelegate(site, employer)
  const by = asDelegate(delegate, employer)
  const invited = aNewUser({ firstName: longNames.firstName, lastName: longNames.lastName })
  await createUser(site.app, by, invited)
  const password = 'correct cheval agrafe pile'
  const provisional = aNewUser({ firstPassword: { kind: 'provisional', password } })
  const { login } = await createUser(site.app, by, provisional)
  const first = site.visitor()
  const door = signInPath('teledeclaration')
  await first.submit(await first.get(door), { login, password })
  const forgetful = await aProfile(site, employer, { service: 'payment' })
  const lost = site.visitor()
  const forgotten = paths.signIn.forgotten({ door: 'e-paiement' })
  await lost.submit(await lost.get(forgotten), { login: forgetful.login })
  const moving = await aProfile(site, employer, { service: 'employer_account' })
  const mover = await signedIn(site, moving)
  const email = 'nouvelle.adresse@entreprise.example'
  const typed = { email, currentPassword: goodPassword }
  await mover.submit(await mover.get(paths.account.email()), typed, paths.account.email())
  const activation = await mailedLink(site, invited.email, 'activer')
  const alive: readonly (readonly [string, string])[] = [
    ['an account to activate', activation],
    ['a new password to choose', await mailedLink(site, forgetful.email, 'nouveau-mot-de-passe')],
    ['an e-mail to confirm', await mailedLink(site, email, 'confirmer-adresse')],
    ['an e-mail to keep', await mailedLink(site, moving.email, 'garder-adresse')],
  ]
  const who = site.visitor()
  const token = 'x'.repeat(40)
  const { activate, reset, confirmEmail, keepEmail } = paths.links
  const dead = [activate, reset, confirmEmail, keepEmail].map((link) => link({ token }))
  return [
    ...alive.map(([name, address]) => ({ name, who, address })),
    ...dead.map((address) => ({ name: `a dead link ${address}`, who, address, status: 404 })),
    { name: 'a link while signed in', who: mover, address: activation, status: 409 },
    { name: 'a first password to choose', who: first, address: paths.signIn.provisional() },
    { name: 'no first password', who, address: paths.signIn.provisional(), status: 404 },
  ]
}

async function accountStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site)
  const guarded = await aDelegate(site, employer)
  const secret = await giveFactor(site, guarded)
  const clerk = await signedIn(site, await aProfile(site, employer))
  const delegate = await signedIn(site, guarded)
  const { account } = paths
  const holder = await aDelegate(site, await anEmployer(site, { name: employer.name }))
  const keeper = await signedIn(site, holder)
  await addPasskey(site, keeper, longNames.lastName)
  const [passkey] = await site.database.ownerQuery<{ id: string }>(
    'select id from passkeys where account_id = $1',
    [holder.id],
  )
  const id = passkey?.id ?? ''
  const pages: readonly (readonly [string, string, Visitor])[] = [
    ['one’s account', account.show(), clerk],
    ['one’s password', account.password(), clerk],
    ['one’s e-mail', account.email(), clerk],
    ['one’s secret questions', account.questions(), clerk],
    ['an authenticator to add', account.secondFactor(), clerk],
    ['an account with an authenticator', account.show(), delegate],
    ['an authenticator to change', account.secondFactor(), delegate],
    ['which second factor', account.protect(), clerk],
    ['no passkey yet', account.passkeys(), clerk],
    ['a passkey to add', account.addPasskey(), clerk],
    ['one’s passkeys', account.passkeys(), keeper],
    ['a passkey beside another', account.addPasskey(), keeper],
    ['a passkey', account.passkey({ id }), keeper],
    ['recovery codes to renew', account.recoveryCodes(), delegate],
  ]
  return [
    ...pages.map(([name, address, who]) => ({ name, address, who, employer: employer.name })),
    {
      name: 'a passkey to make',
      who: clerk,
      address: account.addPasskey(),
      employer: employer.name,
      act: (page) => fillAndSend(page, { currentPassword: goodPassword }),
    },
    {
      name: 'recovery codes',
      who: delegate,
      address: account.recoveryCodes(),
      employer: employer.name,
      act: (page) => {
        site.clock.advance(60_000)
        const timestamp = site.clock.now().getTime()
        const currentCode = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
        return fillAndSend(page, { currentPassword: goodPassword, currentCode })
      },
    },
  ]
}
