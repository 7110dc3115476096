import type { HTMLElement } from 'node-html-parser'
import { Authenticator } from './authenticator.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from './factories.ts'
import type { TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

export const passkeysPath = '/mon-compte/cles-d-acces'
export const addingPath = `${passkeysPath}/nouvelle`
/** Where the second factor is asked at the sign-in. */
export const stepPath = '/connexion-code'

/** What a page asks of a passkey. */
export function askedOf(screen: Screen, what: 'get' | 'create' = 'get'): { challenge: string } {
  const place: HTMLElement | null = screen.document.querySelector(`[data-${what}]`)
  if (!place) throw new Error(`nothing is asked of a passkey on ${screen.url}: ${screen.text}`)
  return JSON.parse(place.getAttribute(`data-${what}`) ?? '') as { challenge: string }
}

/** Makes a passkey on «Mon compte», without any factor in use. */
export async function addPasskey(
  site: TestSite,
  visitor: Visitor,
  name = 'Téléphone',
): Promise<Authenticator> {
  const authenticator = new Authenticator(site.app.config.url)
  const make = await visitor.submit(
    await visitor.get(addingPath),
    { currentPassword: goodPassword },
    addingPath,
  )
  const attestation = authenticator.make(askedOf(make, 'create'))
  const done = await visitor.submit(make, { nom: name, attestation }, passkeysPath)
  if (done.status !== 200) throw new Error(`the passkey was not added: ${done.text}`)
  return authenticator
}

/** Somebody who has a passkey and nothing else. */
export async function withPasskey(site: TestSite, person: TestPerson): Promise<Authenticator> {
  return addPasskey(site, await signedIn(site, person))
}

export async function aValidator(site: TestSite): Promise<TestPerson> {
  return aProfile(site, await anEmployer(site), { service: 'payment', isValidator: true })
}

/** A delegate who signs in with a passkey. */
export async function aGuardedDelegate(
  site: TestSite,
): Promise<{ delegate: TestPerson; authenticator: Authenticator }> {
  const delegate = await aDelegate(site, await anEmployer(site))
  return { delegate, authenticator: await withPasskey(site, delegate) }
}

const doors: Record<TestPerson['kind'], string> = {
  delegate: '/administration/connexion',
  profile: '/connexion/e-paiement',
  agent: '/agence/connexion',
}

/** Somebody who gave the right password, and what they are shown then. */
export async function passwordOnly(
  site: TestSite,
  person: TestPerson,
): Promise<{ visitor: Visitor; screen: Screen }> {
  const visitor = site.visitor()
  const name = person.kind === 'delegate' ? 'employerNumber' : 'login'
  const typed = { [name]: person.login, password: goodPassword }
  return { visitor, screen: await visitor.submit(await visitor.get(doors[person.kind]), typed) }
}

export async function passkeysOf({ database }: TestSite, person: TestPerson) {
  return database.ownerQuery<{ id: string; name: string; signatures: string }>(
    'select id, name, signatures from passkeys where account_id = $1 order by created_at',
    [person.id],
  )
}
