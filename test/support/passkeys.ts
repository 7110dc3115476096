import type { HTMLElement } from 'node-html-parser'
import { Authenticator } from './authenticator.ts'
import { goodPassword, signedIn, type TestPerson } from './factories.ts'
import type { TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

export const passkeysPath = '/mon-compte/cles-d-acces'

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
    await visitor.get(`${passkeysPath}/nouvelle`),
    { currentPassword: goodPassword },
    `${passkeysPath}/nouvelle`,
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
