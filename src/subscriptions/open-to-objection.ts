import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { openObjection } from '../letters/store/objections.ts'
import type { Tx } from '../platform/db/database.ts'
import { createLink } from '../platform/links/links.ts'

/** Until when a warned delegate may object, and the link that serves for it. */
export interface OpenToObjection {
  readonly until: string
  readonly linkId: string
}

/**
 * The delegate whom a letter concerns is warned, and may object for 24 hours (product P5; decision: 48 h). Once per letter: a
 * second scan neither warns again nor gives more time.
 */
export async function openToObjection(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  delegateId: string,
): Promise<OpenToObjection | undefined> {
  const now = app.clock.now()
  const objection = await openObjection(tx, letter, now)
  if (!objection) return undefined
  const linkId = await createLink(tx, app.keyring, {
    employerId: letter.employerId,
    purpose: 'object',
    subject: { kind: 'letter', id: letter.id },
    payload: { delegateId },
    createdAt: now,
    expiresAt: objection.openUntil,
  })
  return { until: objection.openUntil.toISOString(), linkId }
}
