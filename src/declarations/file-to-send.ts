import { rm } from 'node:fs/promises'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Turns } from '../platform/threads/turns.ts'

/** Written beside the kept files, to be sent and then removed. */
export interface WrittenFile {
  readonly name: string
  readonly place: string
}

export interface FileToSend extends WrittenFile {
  /** To be called when it is sent, or the visitor gone: the file goes, and the next one may be written. */
  readonly end: () => void
}

/** One at a time for a company, so that twenty people who ask for it keep nobody else waiting (quality AT116). */
export async function writeInTurn(
  app: Pick<AppContext, 'clock'>,
  { employerId }: EmployedActor,
  turns: Turns,
  write: () => Promise<WrittenFile>,
): Promise<FileToSend> {
  const turn =
    turns.take(employerId, () => app.clock.now().getTime()) ?? refuse('declarations.export_running')
  try {
    const written = await write()
    turn.renew()
    const end = () => {
      turn.end()
      void rm(written.place, { force: true })
    }
    return { ...written, end }
  } catch (error) {
    turn.end()
    throw error
  }
}
