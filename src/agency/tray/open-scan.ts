import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { extensionOf } from '../../platform/files/media-type.ts'
import { getScan } from './store.ts'

/** An agent looks at a scan of the tray, for its code; that they did is kept (product G7). */
export async function openScan(app: AppContext, actor: AgentActor, id: string) {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const { file, state } = await getScan(tx, id)
    if (state !== 'waiting') return refuse('web.not_found')
    if (file.check === 'infected') return refuse('scans.not_kept')
    if (file.check === 'waiting') return refuse('scans.waiting')
    const body = await app.files.read(file.sha256)
    await record(tx, actor, app.clock.now(), {
      action: 'tray.scan_viewed',
      subject: { kind: 'desk_scan', id },
      employerId: null,
    })
    return { body, type: file.mediaType, name: `numerisation.${extensionOf(file.mediaType)}` }
  })
}
