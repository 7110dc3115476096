import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { openNameless } from '../../platform/files/nameless-file.ts'
import { Turns } from '../../platform/threads/turns.ts'
import { lockTakeout, saveCollected } from './store/takeouts.ts'
import { canCollect, type Takeout } from './takeout.ts'
import { tellTakeout } from './tell-takeout.ts'
import { takeoutTask } from './write-takeout.ts'

export interface CollectedArchive {
  readonly name: string
  readonly body: ReadableStream<Uint8Array>
  /** The archive is nowhere any more, once it is sent or whoever asked is gone. */
  readonly end: () => void
}

/** Longer than the largest company takes to be written and sent. */
const turns = new Turns(1_800_000)

/**
 * Makes the archive and hands it over, one at a time for a request. That it begins is in the trail of the company before
 * anything is read, so that the archive tells of itself; that it is taken, once it is whole: nobody gets half of one.
 */
export async function collectTakeout(
  app: AppContext,
  actor: AgentActor,
  id: string,
): Promise<CollectedArchive> {
  const turn = turns.take(id, () => app.clock.now().getTime()) ?? refuse('takeout.being_collected')
  let file: FileHandle | undefined
  try {
    const begun = await begin(app, actor, id)
    file = await openNameless(path.join(app.config.dataFolder, `takeout-${randomUUID()}`))
    await write(app, actor, begun, file)
    return { name: archiveName(begun.employer.number, begun.at), ...sending(file, turn.end) }
  } catch (error) {
    turn.end()
    await file?.close()
    throw error
  }
}

interface Begun {
  readonly takeout: Takeout
  readonly employer: Employer
  readonly at: Date
}

async function begin(app: AppContext, actor: AgentActor, id: string): Promise<Begun> {
  const at = app.clock.now()
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const takeout = await lockTakeout(tx, id)
    if (!canCollect(takeout, actor.id, at)) return refuse('takeout.not_open')
    await tellTakeout(tx, actor, at, { ...told(takeout), action: 'employer.takeout_begun' })
    return { takeout, employer: await getEmployer(tx, takeout.employerId), at }
  })
}

/** What became of it is in the trail, whole or not. */
async function write(
  app: AppContext,
  actor: AgentActor,
  { takeout, employer, at }: Begun,
  file: FileHandle,
): Promise<void> {
  const facts = { fund: app.config.fund.name, by: actor.name, reason: takeout.reason, at }
  const order = { employerId: employer.id, descriptor: file.fd, facts }
  try {
    const { fingerprint } = await app.threads.run(takeoutTask, order)
    await app.db.transaction({ as: 'agency' }, async (tx) => {
      const now = app.clock.now()
      await saveCollected(tx, takeout.id, now)
      await tellTakeout(tx, actor, now, {
        ...told(takeout),
        action: 'employer.taken_out',
        fingerprint,
      })
    })
  } catch (error) {
    app.log.error({ reason: String(error), takeout: takeout.id }, 'an archive could not be made')
    await app.db.transaction({ as: 'agency' }, (tx) =>
      tellTakeout(tx, actor, app.clock.now(), {
        ...told(takeout),
        action: 'employer.takeout_failed',
      }),
    )
    refuse('takeout.not_made')
  }
}

const told = ({ id, employerId, reason }: Takeout) => ({
  subject: { kind: 'takeout', id },
  employerId,
  reason,
})

function sending(file: FileHandle, endTurn: () => void): Pick<CollectedArchive, 'body' | 'end'> {
  const stream = file.createReadStream({ start: 0, autoClose: false })
  const end = () => {
    endTurn()
    stream.destroy()
    void file.close().catch(() => undefined)
  }
  return { body: Readable.toWeb(stream) as ReadableStream<Uint8Array>, end }
}

function archiveName(employerNumber: string, at: Date): string {
  return `adherent-${employerNumber}-${at.toISOString().slice(0, 10)}.zip`
}
