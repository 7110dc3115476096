import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { findProof, isReadable } from '../letters/store/proofs.ts'
import { findLetter } from '../letters/store/letters.ts'
import { extensionOf } from '../platform/files/media-type.ts'
import { saveView } from './store/reviews.ts'

export interface OpenedProof {
  readonly content: Buffer
  readonly mediaType: string
  /** Our own name: what the sender called it never reaches a header. */
  readonly fileName: string
}

/**
 * An agent opens the scan of a signed form. That they did is kept, because nobody decides on what they have not
 * seen, and the employer can read it (product G7; quality AT67).
 */
export async function openProof(
  app: AppContext,
  actor: AgentActor,
  asked: { readonly letterId: string; readonly proofId: string },
): Promise<OpenedProof> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const letter = (await findLetter(tx, asked.letterId)) ?? refuse('web.not_found')
    const proof = (await findProof(tx, letter.id, asked.proofId)) ?? refuse('web.not_found')
    const at = app.clock.now()
    if (!proof.file) return refuse('web.not_found')
    if (!isReadable(proof)) {
      return refuse(proof.file.check === 'infected' ? 'scans.not_kept' : 'scans.waiting')
    }
    // Read first: a scan that is damaged or gone was not seen by anybody.
    const content = await app.files.read(proof.file.sha256)
    await saveView(tx, { letter, proofId: proof.id, agentId: actor.id, at })
    await record(tx, actor, at, {
      action: 'letter.proof_viewed',
      subject: { kind: 'letter', id: letter.id },
      employerId: letter.employerId,
      details: { reference: letter.reference, proof: proof.number },
    })
    return {
      content,
      mediaType: proof.file.mediaType,
      fileName: `${letter.reference}-${proof.number}.${extensionOf(proof.file.mediaType)}`,
    }
  })
}
