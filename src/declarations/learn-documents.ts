import { setImmediate as rest } from 'node:timers/promises'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import {
  type LearntDocument,
  listUnidentified,
  saveDocuments,
} from '../members/store/unidentified-members.ts'
import type { Tx } from '../platform/db/database.ts'
import { jobKind } from '../platform/jobs/enqueue.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import { checkBySteps } from './checking/check-declaration.ts'
import type { DeclaredLine } from './checking/declared-line.ts'
import { originOf } from './recheck-content.ts'
import { type Declaration, findContent, findDeclaration } from './store/declarations.ts'
import { declaredPeople } from './store/lines.ts'

export interface DocumentsToLearn extends Record<string, unknown> {
  readonly employerId: string
  readonly declarationId: string
}

export const learnDocumentsJob = jobKind<DocumentsToLearn>('learn-documents')

/**
 * Members of whom the fund had no identity document get the one that a sent declaration says (a job). It is read again from what was
 * sent: sealing it for each line of each check would cost more than the check. One that is known stays (decision 0064).
 */
export async function learnDocuments(
  app: AppContext,
  { employerId, declarationId }: DocumentsToLearn,
): Promise<void> {
  const scope = { as: 'employer', employerId } as const
  const sent = await app.db.transaction(scope, async (tx) => {
    const declaration = await findDeclaration(tx, employerId, declarationId)
    const content = await findContent(tx, employerId, declarationId)
    if (declaration?.state !== 'sent' || !content) return undefined
    const unidentified = await listUnidentified(tx, declaredIn(employerId, declaration))
    return { declaration, content, unidentified }
  })
  if (!sent || sent.unidentified.size === 0) return
  const { declaration, content, unidentified } = sent
  const told: LearntDocument[] = []
  const file = await app.files.open(content.sha256)
  try {
    const line = ({ memberNumber, identityNumber: number }: DeclaredLine) => {
      const membershipId = memberNumber === null ? undefined : unidentified.get(memberNumber)
      if (membershipId === undefined || number === null) return
      const key = identityKey(app.keyring, { kind: 'cin', number })
      told.push({ membershipId, key, sealed: app.keyring.seal(number) })
    }
    const sink = { line, finding: () => undefined }
    const steps = checkBySteps(file, {}, sink, originOf(declaration))
    while (!steps.next().done) await rest()
  } finally {
    file.close()
  }
  await app.db.transaction(scope, async (tx) => {
    const count = await saveDocuments(tx, employerId, told)
    if (count === 0) return
    await record(tx, systemActor('learn-documents'), app.clock.now(), {
      action: 'declaration.documents_learnt',
      subject: { kind: 'declaration', id: declarationId },
      employerId,
      details: { receipt: declaration.receiptNumber, count },
    })
  })
}

/** Whether there is anybody whose document is to be learnt. */
export async function hasUnidentified(
  tx: Tx,
  employerId: string,
  declaration: Declaration,
): Promise<boolean> {
  return (await listUnidentified(tx, declaredIn(employerId, declaration), 1)).size > 0
}

function declaredIn(employerId: string, { id, category }: Declaration) {
  return { employerId, category, lines: declaredPeople(employerId, id) }
}
