import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDelegateInFunction } from '../access/store/delegates.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { putInForce, renewalToCheck, sendSigned, services } from '../../test/support/subscribing.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

type Wishes = Parameters<typeof sendSigned>[2]
const send = (employer: { readonly number: string }, wishes?: Wishes) =>
  sendSigned(site, employer.number, wishes)
const effect = (letterId: string) => putInForce(site, letterId)

const inFunction = (employer: TestEmployer) =>
  site.app.db.transaction({ as: 'system' }, (tx) => findDelegateInFunction(tx, employer.id))

async function mailsTo(address: string) {
  await site.runJobs()
  return site.mails.filter(({ to }) => to === address)
}

describe('a renewal', () => {
  it('that keeps the person keeps their password and access, and changes services and payment', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, {
      cin: 'BE123456',
      email: 'reste@entreprise.example',
    })
    const { letterId } = await send(employer, {
      renewal: true,
      services: { ...services, services: ['declaration'], paymentOption: 'transfer' },
    })
    await effect(letterId)
    expect((await inFunction(employer))?.id).toBe(current.id)
    const subscribed = await site.database.ownerQuery(
      'select service from subscribed_services where employer_id = $1',
      [employer.id],
    )
    expect(subscribed).toEqual([{ service: 'declaration' }])
    const subjects = (await mailsTo(current.email)).map(({ subject }) => subject)
    expect(subjects.some((subject) => subject.includes('réabonnement a été reçu'))).toBe(true)
    expect(subjects.some((subject) => subject.includes('réabonnement est validé'))).toBe(true)
  })

  it('that leaves a service out suspends its users at once, and nobody else', async () => {
    const employer = await anEmployer(site)
    await aDelegate(site, employer, { cin: 'BE123456' })
    const payer = await aProfile(site, employer, { service: 'payment', isMaker: true })
    const declarant = await aProfile(site, employer)
    await signedIn(site, payer)
    const { letterId } = await send(employer, {
      renewal: true,
      services: { ...services, services: ['declaration'] },
    })
    await effect(letterId)
    const states = await site.database.ownerQuery(
      `select p.id, p.state, count(s.id)::int as open from profiles p
        left join sessions s on s.account_id = p.id and s.ended_at is null
        where p.employer_id = $1 group by p.id, p.state`,
      [employer.id],
    )
    expect(states).toContainEqual({ id: payer.id, state: 'suspended', open: 0 })
    expect(states).toContainEqual({ id: declarant.id, state: 'active', open: 0 })
  })

  it('says at the step and on the check page which services end, and what it does not change', async () => {
    const employer = await anEmployer(site)
    const visitor = site.visitor()
    const wishes = { services: { ...services, services: ['declaration', 'payment'] } }
    const check = await renewalToCheck(visitor, employer.number, wishes)
    const { check: words, hints, questions } = wordsIn('fr').subscriptions
    expect((await visitor.get(paths.subscription.services())).text).toContain(hints.servicesRenewal)
    expect(check.text).toContain(words.endedTitle)
    expect(check.text).toContain(`${questions.endedServices} Compte Adhérent e-Liquidation@`)
    expect(check.text).toContain(words.unchanged.slice(0, 60))
    await visitor.submit(check, {})
    const [letter] = await site.database.ownerQuery<{ content: string }>(
      'select content::text as content from letters where employer_number = $1',
      [employer.number],
    )
    expect(letter?.content).toContain(questions.endedServices)
  })

  it('that asks for every service speaks of none that ends', async () => {
    const employer = await anEmployer(site)
    const check = await renewalToCheck(site.visitor(), employer.number)
    expect(check.text).not.toContain(wordsIn('fr').subscriptions.check.endedTitle)
  })

  it('takes the company’s address, function and mobile of who stays, and says that the e-mail stays', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, {
      cin: 'BE123456',
      email: 'ancienne@entreprise.example',
    })
    const { letterId } = await send(employer, {
      renewal: true,
      delegate: {
        email: 'nouvelle@entreprise.example',
        jobTitle: 'Directrice',
        phone: '06 99 88 77 66',
      },
    })
    await effect(letterId)
    expect(await inFunction(employer)).toMatchObject({
      id: current.id,
      email: 'ancienne@entreprise.example',
      jobTitle: 'Directrice',
      phone: '+212699887766',
    })
    const [company] = await site.database.ownerQuery(
      'select address, city, phone, email from employers where id = $1',
      [employer.id],
    )
    expect(company).toEqual({
      address: '12, rue des Orangers',
      city: 'Casablanca',
      phone: '+212522000000',
      email: 'contact@atlas-textile.example',
    })
    const told = (await mailsTo(current.email)).at(-1)
    expect(told?.text).toContain('elle n’a pas été changée')
  })

  it('is told to the delegate on the pages of their users, where they object without any link', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, { cin: 'AB000002' })
    const other = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    const visitor = await signedIn(site, current)
    const title = wordsIn('fr').subscriptions.objection.title
    const pages = [
      paths.administration.information(),
      paths.administration.users({ cell: 'interne' }),
    ]
    for (const page of pages) expect((await visitor.get(page)).text).not.toContain(title)
    const { letterId } = await send(employer, { renewal: true })
    for (const page of pages) expect((await visitor.get(page)).text).toContain(title)
    const at = paths.administration.objection({ id: letterId })
    expect((await other.get(at)).status).toBe(404)
    const blank = await visitor.submit(await visitor.get(at), {}, at)
    expect(blank.status).toBe(422)
    const done = await visitor.submit(blank, { statement: 'Je suis toujours en poste.' }, at)
    expect(done.text).toContain('Votre opposition est enregistrée.')
    expect(done.text).not.toContain(title)
    const [objection] = await site.database.ownerQuery(
      'select statement, raised_at is not null as raised from objections where letter_id = $1',
      [letterId],
    )
    expect(objection).toEqual({ statement: 'Je suis toujours en poste.', raised: true })
    expect((await visitor.submit(blank, { statement: 'Encore' }, at)).status).toBe(409)
    const list = await visitor.get(paths.administration.letters())
    expect(list.text).toContain('Suspendue par votre opposition')
  })

  it('that leaves the declarations out suspends the mandates of firms, each with its event', async () => {
    const employer = await anEmployer(site)
    const other = await anEmployer(site)
    await aDelegate(site, employer, { cin: 'BE123456' })
    const firm = await aProfile(site, employer, {
      service: 'declaration_external',
      alsoFor: [other],
    })
    const { letterId } = await send(employer, {
      renewal: true,
      services: { ...services, services: ['employer_account'] },
    })
    await effect(letterId)
    const mandates = await site.database.ownerQuery<{ id: string; employer_id: string }>(
      'select id, employer_id, state, ended_at from mandates where profile_id = $1',
      [firm.id],
    )
    const own = mandates.find(({ employer_id }) => employer_id === employer.id)
    expect(own).toMatchObject({ state: 'suspended', ended_at: site.clock.now() })
    const others = mandates.find(({ employer_id }) => employer_id === other.id)
    expect(others).toMatchObject({ state: 'active', ended_at: null })
    const told = await site.database.ownerQuery(
      "select subject_id, details->>'login' as login from audit_events where action = 'user.suspended' and employer_id = $1",
      [employer.id],
    )
    expect(told).toEqual([{ subject_id: own?.id, login: firm.login }])
  })

  it('with somebody new and no password ends in a link, and in a password that nobody knows', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, { cin: 'AB000001' })
    const email = 'renouvelee@entreprise.example'
    const { letterId } = await send(employer, { renewal: true, delegate: { email } })
    await effect(letterId)
    const now = await inFunction(employer)
    expect(now?.id).not.toBe(current.id)
    expect(now?.email).toBe(email)
    expect((await mailsTo(email)).at(-1)?.text).toContain('Vous n’avez pas encore de mot de passe')
  })
})
