import type { CompanyActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { DataContext } from '../data-context.ts'
import { countFile } from '../members/count-reading.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Declaration } from './store/declarations.ts'

/** The lines of a declaration leave as a file: counted as read, and told in the trail (quality AT59). */
export async function tellFile(
  tx: Tx,
  app: Pick<DataContext, 'clock'>,
  actor: CompanyActor,
  { id, lines, category, quarter }: Declaration,
): Promise<void> {
  const now = app.clock.now()
  await countFile(tx, actor, lines, now)
  await record(tx, actor, now, {
    action: 'declaration.lines_exported',
    subject: { kind: 'declaration', id },
    details: { category, quarter: formatQuarter(quarter), lines },
  })
}
