import { randomBytes } from 'node:crypto'
import { guest } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { receiveSignedLetter } from '../subscriptions/receive-signed-letter.ts'
import { requestLetter } from '../subscriptions/request-letter.ts'
import type { LetterRequest } from '../subscriptions/requested-letter.ts'
import type { Hand } from './paper/signed-paper.ts'
import { signedScan } from './paper/signed-scan.ts'

interface Sent {
  readonly request: LetterRequest
  /** Written by hand on the form, as the fund has it. */
  readonly identity: string
  readonly city: string
}

const letters: readonly Sent[] = [
  {
    identity: 'KB339120',
    city: 'Tanger',
    request: {
      kind: 'password_reset',
      employerNumber: '007003',
      companyName: 'Rif Logistique et Transports Internationaux du Détroit SA',
      delegateName: 'Hanane Temsamani',
      signatoryName: 'Anas Bakkali',
      signatoryCapacity: 'Directeur général',
      email: 'hanane.temsamani@demonstration.example',
      lostFactor: true,
    },
  },
  {
    identity: 'JB120457',
    city: 'Agadir',
    request: {
      kind: 'email_update',
      employerNumber: '004127',
      companyName: 'Souss Agrumes SARL',
      delegateName: 'Mehdi Aourik',
      signatoryName: 'Mehdi Aourik',
      signatoryCapacity: 'Gérant',
      email: 'm.aourik@souss-agrumes.example',
      lostFactor: false,
    },
  },
]

/** Two signed letters wait at the agency, so that its day can be tried: written, printed and sent back like any other. */
export async function sendDemonstrationLetters(app: AppContext): Promise<void> {
  for (const { request, ...by } of letters) {
    const letterId = await requestLetter(
      app,
      { guestKey: randomBytes(32).toString('base64url'), address: '127.0.0.1', language: 'fr' },
      request,
    )
    const upload = await signedScan(app, letterId, handOf(request, by))
    await receiveSignedLetter(app, guest, { letterId, upload, by: 'upload' })
  }
}

function handOf(request: LetterRequest, { identity, city }: Omit<Sent, 'request'>): Hand {
  const { companyName: company, employerNumber: number, signatoryName: signatory } = request
  return { identity, signatory, company: { company, city, number } }
}
