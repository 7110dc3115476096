import { rm } from 'node:fs/promises'
import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer } from '../../employers/find-employer.ts'
import { streamFile } from '../../platform/files/open-file.ts'
import { lockTakeout, saveCollected } from './store/takeouts.ts'
import { canCollect } from './takeout.ts'
import { takeoutTask } from './write-takeout.ts'

export interface CollectedArchive {
  readonly name: string
  readonly body: ReadableStream<Uint8Array>
  /** The archive is nowhere any more, once it is sent or whoever asked is gone. */
  readonly end: () => void
}

/**
 * Makes the archive and hands it over. It is in the trail of the company before anything is read, so that the archive tells
 * of itself; it is written whole before the first byte leaves, so that nobody keeps half of it.
 */
export async function collectTakeout(
  app: AppContext,
  actor: AgentActor,
  id: string,
): Promise<CollectedArchive> {
  const at = app.clock.now()
  const { takeout, employer } = await app.db.transaction({ as: 'agency' }, async (tx) => {
    const asked = await lockTakeout(tx, id)
    if (!canCollect(asked, actor.id, at)) refuse('takeout.not_open')
    await saveCollected(tx, id, at)
    await record(tx, actor, at, {
      action: 'employer.taken_out',
      subject: { kind: 'takeout', id },
      employerId: asked.employerId,
      details: { reason: asked.reason },
    })
    return { takeout: asked, employer: await getEmployer(tx, asked.employerId) }
  })
  const place = await app.files.temporaryPath()
  const { name: fund } = app.config.fund
  const facts = { fund, by: actor.name, reason: takeout.reason, at }
  await app.threads.run(takeoutTask, { employerId: employer.id, place, facts })
  const end = () => void rm(place, { force: true }).catch(() => undefined)
  return { name: archiveName(employer.number, at), body: streamFile(place), end }
}

export function archiveName(employerNumber: string, at: Date): string {
  return `adherent-${employerNumber}-${at.toISOString().slice(0, 10)}.zip`
}
