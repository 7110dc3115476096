import { randomUUID } from 'node:crypto'
import { guest } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { findEmployerId } from '../employers/store/employers.ts'
import { drawUpLetter } from '../letters/draw-up-letter.ts'
import type { CompleteDraft } from '../subscriptions/draft.ts'
import { receiveSignedLetter } from '../subscriptions/receive-signed-letter.ts'
import { insertSubscription } from '../subscriptions/store/subscriptions.ts'
import { subscriptionLetter } from '../subscriptions/subscription-letter.ts'
import { newSecret } from './accounts.ts'
import { signedScan } from './paper/signed-scan.ts'

const answers = {
  kind: 'subscription',
  employerNumber: '008104',
  language: 'fr',
  company: {
    name: 'Clinique Les Oliviers',
    ice: '002210368000090',
    address: '21, boulevard des Oliviers',
    city: 'Meknès',
    phone: '+212535000104',
    email: 'direction@oliviers.example',
  },
  delegate: {
    firstName: 'Samira',
    lastName: 'Ouazzani',
    identityKind: 'cin',
    identityNumber: 'DN204417',
    jobTitle: 'Responsable administrative',
    email: 'samira.ouazzani@demonstration.example',
    phone: '+212661000104',
  },
  services: {
    services: ['declaration', 'employer_account'],
    paymentOption: 'transfer',
    signatoryName: 'Rachid Filali',
    signatoryCapacity: 'Directeur',
  },
} as const

/** A company without a delegate asks for the portal: its signed form waits for an agent. */
export async function sendDemonstrationSubscription(app: AppContext): Promise<void> {
  const letterId = randomUUID()
  const { hash: passwordHash } = await newSecret(app)
  await app.db.transaction({ as: 'public', letterId }, async (tx) => {
    const now = app.clock.now()
    const employerId = await findEmployerId(tx, answers.employerNumber)
    const draft: CompleteDraft = {
      ...answers,
      id: letterId,
      hasPassword: true,
      unfinished: {},
      letterId: null,
      touchedAt: now,
    }
    await drawUpLetter(tx, guest, now, { ...subscriptionLetter(draft, employerId), id: letterId })
    const { delegate } = draft
    await insertSubscription(tx, app.keyring, { letterId, employerId, delegate, passwordHash })
  })
  const { company, services, employerNumber: number } = answers
  const upload = await signedScan(app, letterId, {
    signatory: services.signatoryName,
    company: { company: company.name, city: company.city, number },
  })
  await receiveSignedLetter(app, guest, { letterId, upload, by: 'upload' })
}
