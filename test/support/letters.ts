import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { type Actor, type AgentActor, guest } from '../../src/actors/actor.ts'
import { findDelegateInFunction, getDelegateIdentity } from '../../src/access/store/delegates.ts'
import { checklistOf, checks } from '../../src/agency/checklist.ts'
import { compareIdentity } from '../../src/agency/compare-identity.ts'
import { type CaseVerdict, decideCase } from '../../src/agency/decide-case.ts'
import { openProof } from '../../src/agency/open-proof.ts'
import { drawUpLetter } from '../../src/letters/draw-up-letter.ts'
import { bearsHandwrittenNumber, type Letter } from '../../src/letters/letter.ts'
import { listProofs, type Proof } from '../../src/letters/store/proofs.ts'
import { findLetter } from '../../src/letters/store/letters.ts'
import type { Upload } from '../../src/platform/files/upload.ts'
import type { CompleteDraft } from '../../src/subscriptions/draft.ts'
import { receiveSignedLetter } from '../../src/subscriptions/receive-signed-letter.ts'
import {
  type LetterRequest,
  type RequestedKind,
  requestedLetter,
} from '../../src/subscriptions/requested-letter.ts'
import { insertSubscription } from '../../src/subscriptions/store/subscriptions.ts'
import { subscriptionLetter } from '../../src/subscriptions/subscription-letter.ts'
import { aDelegate, anAgent, anEmployer, type TestEmployer, type TestPerson } from './factories.ts'
import { aPng } from './scans.ts'
import { openSite, type TestSite } from './site.ts'

/** The smallest file that is what it says it is. */
export const onePixel = Uint8Array.from(aPng())

export function agentActor(person: TestPerson, role: AgentActor['role'] = 'agent'): AgentActor {
  return {
    kind: 'agent',
    id: person.id,
    name: person.login,
    sessionId: '00000000-0000-4000-8000-000000000000',
    stage: 'full',
    role,
  }
}

interface SubscriptionWishes {
  readonly number: string
  readonly employerId?: string | null
  readonly kind?: 'subscription' | 'renewal'
  readonly email?: string
  readonly cin?: string
}

/** A subscription typed, checked and drawn up, waiting for its signature. */
export async function aSubscription(site: TestSite, wishes: SubscriptionWishes): Promise<string> {
  const draft: CompleteDraft = {
    id: 'd0000000-0000-4000-8000-000000000001',
    kind: wishes.kind ?? 'subscription',
    employerNumber: wishes.number,
    language: 'fr',
    company: {
      name: 'Atlas Textile SA',
      ice: '001561191000066',
      address: '12, rue des Orangers',
      city: 'Casablanca',
      phone: '+212522000000',
      email: 'contact@atlas-textile.example',
    },
    delegate: {
      firstName: 'Khadija',
      lastName: 'Lahlou',
      identityKind: 'cin',
      identityNumber: wishes.cin ?? 'BE123456',
      jobTitle: 'Responsable des ressources humaines',
      email: wishes.email ?? 'k.lahlou@atlas-textile.example',
      phone: '+212661234567',
    },
    services: {
      services: ['declaration', 'employer_account'],
      paymentOption: 'transfer',
      signatoryName: 'Youssef Alami',
      signatoryCapacity: 'Gérant',
    },
    hasPassword: true,
    unfinished: {},
    letterId: null,
    touchedAt: site.clock.now(),
  }
  const employerId = wishes.employerId ?? null
  const passwordHash = await site.app.passwords.hash('girafe chaussure lundi')
  const id = randomUUID()
  return site.app.db.transaction({ as: 'public', letterId: id }, async (tx) => {
    const letter = { ...subscriptionLetter(draft, employerId), id }
    await drawUpLetter(tx, guest, site.clock.now(), letter)
    await insertSubscription(tx, site.app.keyring, {
      letterId: id,
      employerId,
      delegate: draft.delegate,
      passwordHash,
    })
    return id
  })
}

/** One of the letters about the delegate, typed and drawn up. */
export async function aRequestedLetter(
  site: TestSite,
  employer: TestEmployer,
  kind: RequestedKind,
  wishes: Partial<Pick<LetterRequest, 'email' | 'lostFactor'>> = {},
): Promise<string> {
  const request = {
    kind,
    employerNumber: employer.number,
    companyName: employer.name,
    delegateName: 'Salma Berrada',
    signatoryName: 'Youssef Alami',
    signatoryCapacity: 'Gérant',
    email: wishes.email ?? 'nouvelle@atlas-textile.example',
    lostFactor: wishes.lostFactor ?? false,
  }
  const id = randomUUID()
  return site.app.db.transaction({ as: 'public', letterId: id }, async (tx) => {
    const letter = { ...requestedLetter(request, employer.id, 'fr'), id }
    return (await drawUpLetter(tx, guest, site.clock.now(), letter)).id
  })
}

/** A file as it stands once received: on disk, measured, not yet kept. */
export async function anUpload(
  site: TestSite,
  content: Uint8Array = onePixel,
  name = 'formulaire signé.png',
): Promise<Upload> {
  const temporary = await site.app.files.temporaryPath()
  await writeFile(temporary, content)
  return {
    field: 'document',
    name,
    size: content.length,
    sha256: createHash('sha256').update(content).digest(),
    head: content.subarray(0, 16),
    temporary,
  }
}

/** The signed form comes back; each scan differs from the others. */
export async function signedBack(
  site: TestSite,
  letterId: string,
  from: { readonly actor?: Actor; readonly by?: 'upload' | 'post' | 'counter' } = {},
): Promise<Letter> {
  scans += 1
  const upload = await anUpload(site, aPng(scans))
  const { actor = guest, by = 'upload' } = from
  return receiveSignedLetter(site.app, actor, { letterId, upload, by })
}

let scans = 0

export async function letterNow(site: TestSite, letterId: string): Promise<Letter> {
  const letter = await site.app.db.transaction({ as: 'system' }, (tx) => findLetter(tx, letterId))
  if (!letter) throw new Error(`no letter ${letterId}`)
  return letter
}

export async function newestProof(site: TestSite, letterId: string): Promise<Proof> {
  const [proof] = await site.app.db.transaction({ as: 'system' }, (tx) => listProofs(tx, letterId))
  if (!proof) throw new Error(`no proof of ${letterId}`)
  return proof
}

/** What an agent holds after reading the file and opening its newest scan. */
export async function read(site: TestSite, actor: AgentActor, letterId: string) {
  const proof = await newestProof(site, letterId)
  await openProof(site.app, actor, { letterId, proofId: proof.id })
  return { letterId, version: (await letterNow(site, letterId)).version, proofId: proof.id }
}

export const everythingChecked = checklistOf(checks)

export function accepting(shown: Omit<CaseVerdict, 'verdict'>): CaseVerdict {
  return { ...shown, verdict: { verdict: 'accept', checklist: everythingChecked } }
}

export function answering(
  shown: Omit<CaseVerdict, 'verdict'>,
  verdict: 'refuse' | 'complete',
  reasons: readonly string[],
): CaseVerdict {
  return { ...shown, verdict: { verdict, checklist: checklistOf([]), reasons, note: '' } }
}

/** Types the number of the delegate in function, as an agent reads it on the paper. */
export async function compareNumber(site: TestSite, actor: AgentActor, letterId: string) {
  const letter = await letterNow(site, letterId)
  if (!bearsHandwrittenNumber(letter)) return
  const number = await site.app.db.transaction({ as: 'system' }, async (tx) => {
    const delegate = letter.employerId && (await findDelegateInFunction(tx, letter.employerId))
    if (!delegate) return undefined
    const known = await getDelegateIdentity(tx, delegate.employerId, delegate.id)
    return site.app.keyring.open(known.identity_sealed)
  })
  if (number) await compareIdentity(site.app, actor, { letterId, number })
}

/** Reads, compares and accepts, as one agent does. */
export async function accept(site: TestSite, actor: AgentActor, letterId: string) {
  await compareNumber(site, actor, letterId)
  return decideCase(site.app, actor, accepting(await read(site, actor, letterId)))
}

/** Two agents and a supervisor, who decide about the letters of one portal. */
export interface Deciders {
  readonly site: TestSite
  readonly first: AgentActor
  readonly second: AgentActor
  readonly supervisor: AgentActor
}

export async function deciders(): Promise<Deciders> {
  const site = await openSite()
  return {
    site,
    first: agentActor(await anAgent(site)),
    second: agentActor(await anAgent(site)),
    supervisor: agentActor(await anAgent(site, { role: 'supervisor' }), 'supervisor'),
  }
}

/** A subscription that came back signed, of a company that has a delegate already or has none. */
export async function aReceivedSubscription(site: TestSite, delegateInFunction = false) {
  const employer = await anEmployer(site, { services: [] })
  const delegate = delegateInFunction ? await aDelegate(site, employer) : undefined
  const letterId = await aSubscription(site, { number: employer.number, employerId: employer.id })
  await signedBack(site, letterId)
  return { employer, delegate, letterId }
}

export async function delegatesOf({ database }: TestSite, employerId: string) {
  return database.ownerQuery<{ state: string; email: string; password_hash: string | null }>(
    'select state, email, password_hash from delegates where employer_id = $1 order by created_at, state',
    [employerId],
  )
}
