import { findLetter } from '../../src/letters/store/letters.ts'
import { putSubscriptionInForce } from '../../src/subscriptions/put-in-force.ts'
import { aPdf } from './scans.ts'
import type { TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

/** A subscription as an applicant types it. */

export const company = {
  name: 'Atlas Textile SA',
  ice: '001561191000066',
  address: '12, rue des Orangers',
  city: 'Casablanca',
  phone: '05 22 00 00 00',
  email: 'contact@atlas-textile.example',
}

export const delegate = {
  firstName: 'Khadija',
  lastName: 'Lahlou',
  identityKind: 'cin',
  identityNumber: 'BE123456',
  jobTitle: 'Responsable des ressources humaines',
  email: 'k.lahlou@atlas-textile.example',
  phone: '06 61 23 45 67',
  password: 'girafe chaussure lundi',
}

export const services = {
  services: ['declaration', 'employer_account', 'payment', 'liquidation'],
  paymentOption: 'case_by_case',
  signatoryName: 'Youssef Alami',
  signatoryCapacity: 'Gérant',
  consent: 'on',
}

interface Answers {
  readonly company?: Record<string, string>
  readonly delegate?: Record<string, string>
  readonly services?: Record<string, string | string[]>
}

/** Types the N° Adhérent, with which a subscription begins. */
export async function begin(visitor: Visitor, employerNumber: string): Promise<Screen> {
  return visitor.submit(await visitor.get('/abonnement'), { employerNumber }, '/abonnement')
}

/** Fills the three volets and stands before the answers to check. */
export async function answered(
  visitor: Visitor,
  employerNumber: string,
  answers: Answers = {},
): Promise<Screen> {
  await begin(visitor, employerNumber)
  const pages = [
    ['/abonnement/entreprise', answers.company ?? company],
    ['/abonnement/personne-deleguee', answers.delegate ?? delegate],
    ['/abonnement/teleservices', answers.services ?? services],
  ] as const
  for (const [path, typed] of pages) {
    const screen = await visitor.submit(await visitor.get(path), typed, path)
    if (screen.status !== 200) throw new Error(`${path}: ${screen.status} ${screen.text}`)
  }
  return visitor.get('/abonnement/verification')
}

/** Goes to the end: the form to sign. */
export async function subscribe(
  _site: TestSite,
  visitor: Visitor,
  employerNumber: string,
  answers: Answers = {},
): Promise<Screen> {
  const check = await answered(visitor, employerNumber, answers)
  return visitor.submit(check, {}, '/abonnement/verification')
}

export function referenceOf(screen: Screen): string {
  const found = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(screen.text)?.[0]
  if (!found) throw new Error(`no reference on ${screen.url}: ${screen.text.slice(0, 300)}`)
  return found
}

/** A scan, small but of the right kind by its content. */
export function scan(content = 'signé', name = 'formulaire signé.pdf'): File {
  return new File([new Uint8Array(aPdf(content))], name, { type: 'application/pdf' })
}

interface SendingWishes extends Answers {
  readonly renewal?: boolean
}

/** A form drawn up, signed and sent on line; the identifier of its letter. */
export async function sendSigned(
  site: TestSite,
  employerNumber: string,
  wishes: SendingWishes = {},
) {
  const visitor = site.visitor()
  if (wishes.renewal) await renew(visitor, employerNumber, wishes)
  else await subscribe(site, visitor, employerNumber, wishes)
  const ready = await visitor.get('/suivi/dossier')
  const sent = await visitor.submit(ready, { proof: scan() }, '/suivi/dossier/justificatif')
  const letterId = ready.document.querySelector('[name="dossier"]')?.getAttribute('value') ?? ''
  return { visitor, sent, letterId, reference: referenceOf(ready) }
}

/** The same volets, without a password, up to the answers to check. */
export async function renewalToCheck(
  visitor: Visitor,
  employerNumber: string,
  wishes: Answers = {},
): Promise<Screen> {
  const start = await visitor.get('/telechargement/reabonnement')
  await visitor.submit(start, { employerNumber }, '/telechargement')
  await visitor.submit(await visitor.get('/abonnement/entreprise'), company)
  const person = { ...delegate, password: '', ...wishes.delegate }
  await visitor.submit(await visitor.get('/abonnement/personne-deleguee'), person)
  await visitor.submit(await visitor.get('/abonnement/teleservices'), wishes.services ?? services)
  return visitor.get('/abonnement/verification')
}

async function renew(visitor: Visitor, employerNumber: string, wishes: Answers): Promise<void> {
  await visitor.submit(await renewalToCheck(visitor, employerNumber, wishes), {})
}

/** What an agent's last acceptance sets going. */
export async function putInForce(site: TestSite, letterId: string): Promise<void> {
  await site.app.db.transaction({ as: 'agency' }, async (tx) => {
    const letter = await findLetter(tx, letterId)
    if (!letter) throw new Error(`no letter ${letterId}`)
    await putSubscriptionInForce(tx, site.app, letter)
  })
}
