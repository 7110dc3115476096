import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { Turns } from '../platform/threads/turns.ts'
import { getOwn, readInHand } from './read-in-hand.ts'
import { type Declaration, listFindings, type PlacedFinding } from './store.ts'

const batch = 1_000
const turns = new Turns(60_000)

export interface FindingsExport {
  readonly declaration: Declaration
  readonly batches: AsyncIterable<PlacedFinding[]>
  /** To be called when the file is sent or the visitor gone: the next export may begin. */
  readonly end: () => void
}

/**
 * Every finding of a check, in batches of short transactions. One export at a time for a company, so that twenty people who
 * ask for the report of a large file keep nobody else waiting (quality AT116).
 */
export async function exportFindings(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<FindingsExport> {
  const read = (after: PlacedFinding | null) =>
    readInHand(app, actor, async (tx, workspace) => {
      const declaration = await getOwn(tx, actor, workspace, id)
      return { declaration, findings: await listFindings(tx, id, { after, limit: batch }) }
    })
  const first = await read(null)
  const turn = turns.take(actor.employerId, () => app.clock.now().getTime())
  if (!turn) return refuse('declarations.export_running')
  const { declaration } = first
  async function* batches(): AsyncGenerator<PlacedFinding[]> {
    for (let found = first; ; found = await read(found.findings.at(-1) ?? null)) {
      // Half of one check and half of another would be neither.
      if (found.declaration.version !== declaration.version) throw new Error('corrected meanwhile')
      turn?.renew()
      if (found.findings.length > 0) yield found.findings
      if (found.findings.length < batch) return
    }
  }
  return { declaration, batches: batches(), end: turn.end }
}
