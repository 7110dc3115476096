import type { Actor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { keepContent, saveScan } from '../platform/files/keep-file.ts'
import type { ExaminedScan } from '../platform/files/scans/examine-scan.ts'
import { canHappen, type Letter, receive } from './letter.ts'
import { isUndecided } from './objection.ts'
import { findObjection } from './store/objections.ts'
import { insertProof } from './store/proofs.ts'
import { saveLetter } from './store/letters.ts'

export interface ReceivedProof {
  readonly scan: ExaminedScan | null
  readonly by: 'upload' | 'post' | 'counter'
  /** When the fund had it, if that was before now: what waited on a desk is not of today. */
  readonly since?: Date | undefined
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
  const { scan } = proof
  const at = receptionOf(letter, proof.since ?? now)
  const fileId = scan && (await saveScan(tx, scan, { ...proofOf(letter), storedAt: now }))
  if (!scan && proof.by === 'upload') refuse('letters.no_file')
  const proofId = await insertProof(tx, {
    letter_id: letter.id,
    employer_id: letter.employerId,
    file_id: fileId,
    sha256: scan && scan.sha256,
    received_by: proof.by,
    registered_by: actor.kind === 'agent' ? actor.id : null,
    received_at: at,
  })
  const waiting = isUndecided(await findObjection(tx, letter.id))
  const saved = await saveLetter(tx, letter, receive(letter, at, waiting))
  if (scan) await keepContent(app.files, scan)
  await record(tx, actor, now, {
    action: 'letter.received',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: { reference: letter.reference, kind: letter.kind, by: proof.by },
  })
  return { proofId, letter: saved }
}

/** Never before the letter stood as it does: no clock runs from a time when it was not there, or waited for something else. */
function receptionOf({ stateSince }: Letter, since: Date): Date {
  return since < stateSince ? stateSince : since
}

const proofOf = ({ employerId }: Letter) => ({ employerId, purpose: 'letter_proof' })
