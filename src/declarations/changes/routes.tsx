import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { show, type Site } from '../../web/site.ts'
import { isChangeKind } from './change.ts'
import { ChangesPage } from './pages/changes.tsx'
import { viewChanges } from './view-changes.ts'

/** What changed since the quarter before, or since what was sent (product D6, D8). */
export function mountChanges(site: Site, app: AppContext): void {
  site.get(
    paths.declarations.changes.pattern,
    { power: 'declarations.read', audit: 'declaration.view_changes' },
    async (page, actor) => {
      const kind = page.req.param('kind') ?? ''
      if (!isChangeKind(kind)) return refuse('web.not_found')
      const asked = Number(page.req.query('page') ?? '1')
      const wanted = { kind, page: Number.isSafeInteger(asked) ? asked : 1 }
      return show(page, <ChangesPage view={await viewChanges(app, actor, idOf(page), wanted)} />)
    },
  )
}
