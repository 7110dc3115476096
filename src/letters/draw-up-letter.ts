import { randomUUID } from 'node:crypto'
import type { Actor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Letter } from './letter.ts'
import { newReference } from './reference.ts'
import { insertLetter } from './store/letters.ts'

export interface NewLetter
  extends Pick<
    Letter,
    | 'kind'
    | 'employerNumber'
    | 'employerId'
    | 'language'
    | 'applicant'
    | 'sections'
    | 'data'
    | 'agentsRequired'
    | 'replacesDelegate'
  > {
  /** Chosen beforehand by a visitor, whose transaction may see this letter and no other. */
  readonly id?: string
}

/**
 * A form to print, sign, stamp and send: it gets its code, and waits for the signature (leaflet, «Créer un compte
 * Administrateur des Utilisateurs», steps 4 and 5; product P3).
 */
export async function drawUpLetter(
  tx: Tx,
  actor: Actor,
  now: Date,
  letter: NewLetter,
): Promise<{ id: string; reference: string }> {
  const drawn = await insertUnderFreeReference(tx, now, letter)
  await record(tx, actor, now, {
    action: 'letter.drawn_up',
    subject: { kind: 'letter', id: drawn.id },
    employerId: letter.employerId,
    details: { reference: drawn.reference, kind: letter.kind },
  })
  return drawn
}

async function insertUnderFreeReference(tx: Tx, now: Date, letter: NewLetter) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const reference = newReference(letter.kind)
    const id = letter.id ?? randomUUID()
    if (await insertLetter(tx, { id, ...rowOf(letter, reference, now) })) return { id, reference }
  }
  throw new Error('Five references in a row were taken: the generator of references is broken')
}

function rowOf(letter: NewLetter, reference: string, now: Date) {
  return {
    reference,
    kind: letter.kind,
    employer_number: letter.employerNumber,
    employer_id: letter.employerId,
    state: 'awaiting_signature' as const,
    state_since: now,
    language: letter.language,
    applicant_name: letter.applicant.name,
    applicant_email: letter.applicant.email,
    content: JSON.stringify({ sections: letter.sections, data: letter.data }),
    replaces_delegate: letter.replacesDelegate,
    agents_required: letter.agentsRequired,
    clock_running_since: null,
    taken_by: null,
    taken_at: null,
    created_at: now,
    received_at: null,
    decided_at: null,
    effective_at: null,
    applied_at: null,
  }
}
