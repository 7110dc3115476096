import type { AgentActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { readScan } from './read-scan.ts'
import { getOriginal } from './store.ts'

/**
 * An agent looks at the PDF that these pages were cut from, as it was received: what is doubtful on a page that was drawn
 * again is settled there (decision 0057). It holds the forms of other cases too; that it was opened, and from where, is kept.
 */
export async function openOriginal(app: AppContext, actor: AgentActor, pieceId: string) {
  const whole = await app.db.transaction({ as: 'agency' }, (tx) => getOriginal(tx, pieceId))
  const body = await readScan(app.files, whole)
  await app.db.transaction({ as: 'agency' }, (tx) =>
    record(tx, actor, app.clock.now(), {
      action: 'tray.original_viewed',
      subject: { kind: 'desk_scan', id: whole.id },
      employerId: null,
      details: { scan: pieceId, original: whole.id },
    }),
  )
  return { body, type: whole.file.mediaType, name: 'numerisation-entiere.pdf' }
}
