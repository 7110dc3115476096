import type { Actor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import { mediaTypeOf } from '../platform/files/media-type.ts'
import type { Upload } from '../platform/files/upload.ts'
import { canHappen, type Letter, receive } from './letter.ts'
import { isUndecided } from './objection.ts'
import { findObjection } from './store/objections.ts'
import { insertProof } from './store/proofs.ts'
import { saveLetter } from './store/letters.ts'

/** A scan of a signed form: one file, ten megabytes, PDF, JPEG or PNG by its content. */
export const proofLimits = { maxBytes: 10 * 1024 * 1024, maxFiles: 1 } as const

export interface ReceivedProof {
  readonly upload: Upload | null
  readonly by: 'upload' | 'post' | 'counter'
}

/**
 * The signed and stamped form came back, on line or on paper (product P4). The file is complete: its 48 hours run
 * from here, and earlier reviews fall, because they name the proof that they were made on. The letter is locked by
 * the caller.
 */
// oxlint-disable-next-line max-params -- who, on what, with what: the caller holds the letter's lock
export async function keepProof(
  tx: Tx,
  app: AppContext,
  actor: Actor,
  letter: Letter,
  proof: ReceivedProof,
): Promise<{ proofId: string; letter: Letter }> {
  const now = app.clock.now()
  if (!canHappen(letter, 'receive')) refuse('letters.too_late')
  const file = proof.upload && (await keepScan(tx, app, letter, proof.upload))
  if (!file && proof.by === 'upload') refuse('letters.no_file')
  const proofId = await insertProof(tx, {
    letter_id: letter.id,
    employer_id: letter.employerId,
    file_id: file?.id ?? null,
    sha256: file?.sha256 ?? null,
    received_by: proof.by,
    registered_by: actor.kind === 'agent' ? actor.id : null,
    received_at: now,
  })
  const waiting = isUndecided(await findObjection(tx, letter.id))
  const saved = await saveLetter(tx, letter, receive(letter, now, waiting))
  if (proof.upload) await keepContent(app, proof.upload)
  await record(tx, actor, now, {
    action: 'letter.received',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: { reference: letter.reference, kind: letter.kind, by: proof.by },
  })
  return { proofId, letter: saved }
}

async function keepScan(tx: Tx, app: AppContext, letter: Letter, upload: Upload) {
  if (upload.size === 0) refuse('letters.empty_file')
  const mediaType = mediaTypeOf(upload.head) ?? refuse('letters.wrong_file_type')
  const id = await saveFile(tx, {
    employerId: letter.employerId,
    sha256: upload.sha256,
    size: upload.size,
    mediaType,
    name: upload.name,
    purpose: 'letter_proof',
    storedAt: app.clock.now(),
  })
  return { id, sha256: upload.sha256 }
}

/** Last, once nothing can refuse any more; content that is there already stays, so this may run again. */
async function keepContent(app: AppContext, upload: Upload): Promise<void> {
  if (await app.files.has(upload.sha256)) return
  await app.files.keep(upload.temporary, upload.sha256)
}
