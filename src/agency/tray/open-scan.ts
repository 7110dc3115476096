import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { extensionOf } from '../../platform/files/media-type.ts'
import { readScan } from './read-scan.ts'
import { getScan } from './store.ts'

/**
 * An agent looks at a scan of the tray, for its code; that they did is kept (product G7). What the page of the tray shows by
 * itself, as thumbnails, nobody has opened.
 */
export async function openScan(
  app: AppContext,
  actor: AgentActor,
  { id, isThumbnail }: { readonly id: string; readonly isThumbnail: boolean },
) {
  const scan = await app.db.transaction({ as: 'agency' }, (tx) => getScan(tx, id))
  if (scan.state !== 'waiting') return refuse('web.not_found')
  const body = await readScan(app.files, scan)
  if (!isThumbnail)
    await app.db.transaction({ as: 'agency' }, (tx) =>
      record(tx, actor, app.clock.now(), {
        action: 'tray.scan_viewed',
        subject: { kind: 'desk_scan', id },
        employerId: null,
      }),
    )
  const { mediaType: type } = scan.file
  return { body, type, name: `numerisation.${extensionOf(type)}` }
}
