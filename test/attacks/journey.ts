import { Secret, TOTP } from 'otpauth'
import {
  aDelegate,
  anAgent,
  anEmployer,
  signedIn,
  type TestEmployer,
} from '../support/factories.ts'
import { newestProof } from '../support/letters.ts'
import { mailedLink } from '../support/mailed.ts'
import type { TestSite } from '../support/site.ts'
import { answered, company, delegate, scan, services } from '../support/subscribing.ts'
import { Visitor } from '../support/visitor.ts'
import { csrfOf } from './people.ts'

/** Secrets that are typed once in the journey, and must be found nowhere afterwards. */
export const canaries = {
  subscriberPassword: 'girouette violette 7391',
  userPassword: 'phare endormi 7392',
  secondPassword: 'boussole têtue 7393',
  wrongPassword: 'trottoir mouillé 7394',
  provisional: 'passerelle étroite 7395',
  answer: 'confiture de coing 7396',
  subscriberIdentity: 'ZK739101',
  userIdentity: 'ZK739102',
  rib: '230780000000000000000039',
} as const

export interface Journey {
  readonly employer: TestEmployer
  /** What came into being on the way and opens a door: tokens of links, cookies, the authenticator's secret. */
  readonly found: { readonly links: string[]; readonly sessions: string[]; readonly totp: string[] }
  /** Every address that was asked for, with its query. */
  readonly addresses: string[]
}

/**
 * What makes mails and carries secrets, from the subscription to a new password, with these headers on every request.
 */
export async function liveThrough(
  site: TestSite,
  headers: Readonly<Record<string, string>> = {},
): Promise<Journey> {
  const employer = await anEmployer(site)
  const addresses: string[] = []
  const found: Journey['found'] = { links: [], sessions: [], totp: [] }
  const fetch = async (request: Request) => {
    const added = new Headers(request.headers)
    for (const [name, value] of Object.entries(headers)) added.set(name, value)
    addresses.push(request.url)
    const answer = await site.fetch(new Request(request, { headers: added }))
    for (const cookie of answer.headers.getSetCookie()) {
      const value = /^__Host-(?:session|appareil|premier[^=]*)=([\w-]{43})/.exec(cookie)?.[1]
      if (value) found.sessions.push(value)
    }
    return answer
  }
  const walker = {
    site,
    employer,
    found,
    visitor: () => new Visitor(fetch, 'http://localhost:3000'),
  }
  await subscribe(walker)
  const login = await createUser(walker)
  await activate(walker)
  await recover(walker, login)
  await changeOwn(walker, login)
  await site.runJobs()
  return { employer, found, addresses }
}

interface Walker {
  readonly site: TestSite
  readonly employer: TestEmployer
  readonly found: Journey['found']
  readonly visitor: () => Visitor
}

async function subscribe({ site, employer, visitor }: Walker): Promise<void> {
  const applicant = visitor()
  const check = await answered(applicant, employer.number, {
    company,
    delegate: {
      ...delegate,
      email: 'abonnee@canari.example',
      identityNumber: canaries.subscriberIdentity,
      password: canaries.subscriberPassword,
    },
    services,
  })
  await applicant.submit(check, {}, '/abonnement/verification')
  const ready = await applicant.get('/suivi/dossier')
  await applicant.submit(ready, { proof: scan() }, '/suivi/dossier/justificatif')
  const id = ready.document.querySelector('[name=dossier]')?.getAttribute('value') ?? ''
  const session = await signedIn(site, await anAgent(site))
  const agent = visitor()
  for (const [name, value] of session.cookies) agent.cookies.set(name, value)
  const proof = await newestProof(site, id)
  await agent.raw(`/agence/dossiers/${id}/justificatifs/${proof.id}`)
  const page = await agent.get(`/agence/dossiers/${id}`)
  const field = (name: string) =>
    page.document.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
  await agent.post(`/agence/dossiers/${id}/decision`, {
    csrf: csrfOf(page),
    version: field('version'),
    justificatif: proof.id,
    decision: 'complete',
    motifs: field('motifs'),
    precision: 'La page 2 manque.',
  })
}

const userEmail = 'utilisatrice@canari.example'

async function createUser({ site, employer, visitor }: Walker): Promise<string> {
  const session = await signedIn(site, await aDelegate(site, employer))
  const boss = visitor()
  for (const [name, value] of session.cookies) boss.cookies.set(name, value)
  const create = '/administration/utilisateurs/compte-adherent/nouveau'
  const user = {
    lastName: 'Lahlou',
    firstName: 'Khadija',
    jobTitle: 'Paie',
    email: userEmail,
    identityNumber: canaries.userIdentity,
    login: 'canari',
  }
  const page = await boss.get(create)
  await boss.submit(page, { ...user, email: 'pas une adresse' }, create)
  const done = await boss.submit(page, user, create)
  if (done.url === create) throw new Error(`no user: ${done.mistakes.join()}`)
  const typed = { firstPassword: 'provisional', provisional: canaries.provisional }
  const other = { ...user, ...typed, email: 'provisoire@canari.example', login: 'provisoire' }
  await boss.submit(await boss.get(create), { ...other, identityNumber: 'ZK739109' }, create)
  const accounts = '/administration/comptes-bancaires'
  await boss.submit(await boss.get(accounts), { rib: canaries.rib, holder: employer.name })
  return `canari.compte.${employer.number}`
}

const questions = {
  question1: 'first_school',
  answer1: canaries.answer,
  question2: 'first_street',
  answer2: `${canaries.answer} bis`,
}

async function activate({ site, found, visitor }: Walker): Promise<void> {
  const link = await mailedLink(site, userEmail, 'activer')
  found.links.push(link.split('/').at(-1) ?? '')
  const user = visitor()
  const done = await user.submit(await user.get(link), {
    newPassword: canaries.userPassword,
    ...questions,
  })
  if (!done.url.startsWith('/connexion/')) throw new Error(`not activated: ${done.mistakes.join()}`)
}

async function recover({ site, found, visitor }: Walker, login: string): Promise<void> {
  const user = visitor()
  const door = '/connexion/compte-adherent'
  await user.submit(await user.get(door), { login, password: canaries.wrongPassword })
  const forgotten = await user.get('/mot-de-passe-oublie/compte-adherent')
  const asked = await user.submit(forgotten, { login, ...questions })
  const link = await mailedLink(site, userEmail, 'nouveau-mot-de-passe')
  if (!link) throw new Error(`no reset link: ${asked.text.slice(0, 400)}`)
  found.links.push(link.split('/').at(-1) ?? '')
  await user.submit(await user.get(link), { newPassword: canaries.secondPassword })
}

async function changeOwn({ site, found, visitor }: Walker, login: string): Promise<void> {
  const user = visitor()
  const door = '/connexion/compte-adherent'
  site.clock.advance(60_000)
  const inside = await user.submit(await user.get(door), {
    login,
    password: canaries.secondPassword,
  })
  if (inside.status !== 200) throw new Error(`not signed in: ${inside.mistakes.join()}`)
  const factor = await user.get('/mon-compte/double-verification')
  const secret = factor.text.match(/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/)?.[0].replaceAll(' ', '') ?? ''
  found.totp.push(secret)
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: site.clock.now().getTime(),
  })
  await user.submit(factor, { code, currentPassword: canaries.secondPassword })
  const address = await user.get('/mon-compte/adresse')
  site.clock.advance(60_000)
  const next = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: site.clock.now().getTime(),
  })
  await user.submit(address, {
    email: 'nouvelle@canari.example',
    currentPassword: canaries.secondPassword,
    currentCode: next,
  })
}
