import type { AgentActor, SystemActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { isOwnImport } from './agreement.ts'
import type { Import } from './import.ts'
import { importAskedMail } from './mails.ts'
import { saveImport } from './store/imports.ts'
import { listSignatories, listSupervisors } from './store/supervisors.ts'

/**
 * A supervisor, or whoever holds the command line, asks that a file which gives power be applied; every supervisor who may
 * agree hears of it (decisions 0021, 0056).
 */
export async function askForImport(
  tx: Tx,
  actor: AgentActor | SystemActor,
  found: Import,
  at: Date,
): Promise<void> {
  if (actor.kind === 'agent' && actor.role !== 'supervisor') refuse('imports.needs_supervisor')
  const askedBy = actor.kind === 'agent' ? actor.id : null
  await saveImport(tx, found, { state: 'asked', askedBy, askedAt: at })
  await record(tx, actor, at, {
    action: 'import.asked',
    subject: { kind: 'import', id: found.id },
    employerId: null,
    details: figuresOf(found),
  })
  const own = await listSignatories(tx, [askedBy, found.uploadedBy?.id])
  for (const supervisor of await listSupervisors(tx)) {
    if (isOwnImport(supervisor, own)) continue
    await queueMail(tx, importAskedMail, {
      to: supervisor.email,
      language: supervisor.language,
      props: {
        name: supervisor.name,
        by: actor.name,
        importId: found.id,
        file: found.fileName,
        delegates: found.newLines,
      },
      employerId: null,
      at,
    })
  }
}

/** What the trail keeps of a decision: what the file would do when it was taken. */
export function figuresOf(found: Import): Record<string, unknown> {
  return {
    import: found.kind,
    file: found.fileName,
    lines: found.lines,
    new: found.newLines,
    changed: found.changedLines,
    refused: found.refusedLines,
  }
}
