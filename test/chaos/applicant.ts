import { createHash } from 'node:crypto'
import { aPdf } from '../support/scans.ts'
import { referenceOf, scan } from '../support/subscribing.ts'
import { Client, type Served } from './client.ts'
import type { Journal } from './journal.ts'

export interface WaitingFile {
  readonly reference: string
  readonly number: string
  /** Who has said yes already, as far as they know: the second agent is another. */
  readonly acceptedBy?: string
}

/** What applicants leave on the agents' desk, and what agents put in force. */
export interface Desk {
  readonly waiting: WaitingFile[]
  readonly inForce: string[]
  /** Numbers of companies that nobody has subscribed. */
  readonly free: string[]
}

let people = 0

/** A company asks for the portal: three volets, the answers confirmed, the signed scan sent (product P2 to P4). */
export async function subscribeOnce(program: Served, journal: Journal, desk: Desk): Promise<void> {
  // One in three replaces a delegate in function: two agents, and a day to object.
  const isReplacement = desk.inForce.length > 0 && people % 3 === 2
  const number = isReplacement ? desk.inForce.shift() : desk.free.shift()
  if (number === undefined) return
  people += 1
  const client = new Client(program)
  const check = await fillVolets(client, number)
  if (!check) return
  const drawnUp = await client.effect(
    () => client.visitor.submit(check, {}, '/abonnement/verification'),
    /^\/abonnement\/formulaire$/,
  )
  if (drawnUp === null) return
  const form = await client.page('/abonnement/formulaire')
  const reference = referenceOf(form)
  journal.acknowledge({ what: 'letter', reference })
  const content = `signé par ${people}`
  const sha256 = createHash('sha256').update(aPdf(content)).digest('hex')
  const sent = await client.effect(
    () => client.visitor.submit(form, { proof: scan(content) }, '/suivi/dossier/justificatif'),
    /^\/suivi\/dossier$/,
  )
  if (sent === null) return
  journal.acknowledge({ what: 'proof', reference, sha256 })
  desk.waiting.push({ reference, number })
}

async function fillVolets(client: Client, number: string) {
  const start = await client.page('/abonnement')
  const begun = await client.effect(
    () => client.visitor.submit(start, { employerNumber: number }, '/abonnement'),
    /^\/abonnement/,
  )
  if (begun === null) return undefined
  for (const [path, typed] of voletsOf(number)) {
    const page = await client.page(path)
    const kept = await client.effect(
      () => client.visitor.submit(page, typed, path),
      /^\/abonnement/,
    )
    if (kept === null) return undefined
  }
  return client.page('/abonnement/verification')
}

function voletsOf(number: string): [string, Record<string, string | string[]>][] {
  return [
    [
      '/abonnement/entreprise',
      {
        name: `Entreprise ${number} SARL`,
        ice: '001561191000066',
        address: '1, rue de la Secousse',
        city: 'Casablanca',
        phone: '05 22 00 00 00',
        email: `contact@entreprise-${number}.example`,
      },
    ],
    [
      '/abonnement/personne-deleguee',
      {
        firstName: 'Khadija',
        lastName: 'Lahlou',
        identityKind: 'cin',
        identityNumber: `BE${number}`,
        jobTitle: 'Responsable des ressources humaines',
        email: `k.lahlou.${people}@entreprise-${number}.example`,
        phone: '06 61 23 45 67',
        password: 'girafe chaussure lundi',
      },
    ],
    [
      '/abonnement/teleservices',
      {
        services: ['declaration', 'employer_account'],
        paymentOption: 'case_by_case',
        signatoryName: 'Youssef Alami',
        signatoryCapacity: 'Gérant',
        consent: 'on',
      },
    ],
  ]
}
