import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { WaitingFile } from '../platform/files/scanner/check-waiting.ts'
import type { ScanVerdict } from '../platform/files/scanner/scanner.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { askCompletion, canHappen, expiryOf, type Letter } from './letter.ts'
import { letterToCompleteMail } from './mails.ts'
import { infectedProof } from './reasons.ts'
import { lockLetter, saveLetter } from './store/letters.ts'
import { findProofOfFile, listProofs } from './store/proofs.ts'

const actor = systemActor('virus-scanner')

/**
 * A signed form that waited has been looked into (quality AT93, RE24). Infected, whoever sent it is asked for another:
 * the applicant by mail, and the 48 hours wait for them; an agent reads it on the file.
 */
// oxlint-disable-next-line max-params -- as every hearer of a verdict
export async function hearProofVerdict(
  tx: Tx,
  app: AppContext,
  file: WaitingFile,
  { found }: ScanVerdict,
): Promise<void> {
  const proof = await findProofOfFile(tx, file.id)
  if (!proof) return
  const now = app.clock.now()
  const letter = await lockLetter(tx, proof.letterId)
  await record(tx, actor, now, {
    action: found === null ? 'letter.proof_clean' : 'letter.proof_infected',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: {
      reference: letter.reference,
      proof: proof.number,
      ...(found ? { virus: found } : {}),
    },
  })
  const [newest] = await listProofs(tx, letter.id)
  const mustBeSentAgain = found !== null && newest?.id === proof.id && proof.receivedBy === 'upload'
  if (mustBeSentAgain && canHappen(letter, 'ask_completion')) await askAgain(tx, app, letter, now)
}

async function askAgain(tx: Tx, app: AppContext, letter: Letter, now: Date): Promise<void> {
  const answer = { reasons: [infectedProof], note: '' }
  const asked = askCompletion(letter, answer, now, await listHolidays(tx))
  const saved = await saveLetter(tx, letter, asked)
  await queueMail(tx, letterToCompleteMail, {
    to: letter.applicant.email,
    language: letter.language,
    props: {
      reference: letter.reference,
      kind: letter.kind,
      ...answer,
      until: expiryOf(saved)?.toISOString() ?? null,
    },
    employerId: letter.employerId,
    at: now,
  })
}
