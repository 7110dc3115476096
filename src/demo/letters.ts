import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { guest } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { printedLetter } from '../letters/printed-letter.ts'
import { findLetter } from '../letters/store/letters.ts'
import type { Upload } from '../platform/files/upload.ts'
import { receiveSignedLetter } from '../subscriptions/receive-signed-letter.ts'
import { requestLetter } from '../subscriptions/request-letter.ts'
import type { LetterRequest } from '../subscriptions/requested-letter.ts'
import { type Hand, signedPaper } from './paper/signed-paper.ts'

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
    const upload = await scanOf(app, letterId, handOf(request, by))
    await receiveSignedLetter(app, guest, { letterId, upload, by: 'upload' })
  }
}

function handOf(request: LetterRequest, { identity, city }: Omit<Sent, 'request'>): Hand {
  const { companyName: company, employerNumber: number, signatoryName: signatory } = request
  return { identity, signatory, company: { company, city, number } }
}

/** The printed form, written on by hand, stands for its scan. */
async function scanOf(app: AppContext, letterId: string, hand: Hand): Promise<Upload> {
  const letter = await app.db.transaction({ as: 'system' }, (tx) => findLetter(tx, letterId))
  if (!letter) throw new Error('a letter of the demonstration was not kept')
  const content = await app.pdf.render(signedPaper(printedLetter(letter, app.config.fund), hand))
  const temporary = await app.files.temporaryPath()
  await writeFile(temporary, content, { mode: 0o600 })
  return {
    field: 'justificatif',
    name: `${letter.reference}.pdf`,
    size: content.length,
    sha256: createHash('sha256').update(content).digest(),
    head: content.subarray(0, 16),
    temporary,
  }
}
