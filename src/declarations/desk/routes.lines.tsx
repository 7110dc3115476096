import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { show, type Site } from '../../web/site.ts'
import { findLines } from './find-lines.ts'
import { LinesPage } from './pages/lines.tsx'

/** The way to a line that nothing was found on: by member number, name or line. */
export function mountLineSearch(site: Site, app: AppContext): void {
  site.get(
    paths.declarations.lines.pattern,
    { power: 'declarations.read', audit: 'declaration.search_lines', heavy: true },
    async (page, actor) => {
      const words = (page.req.query('cherche') ?? '').replaceAll('\0', '').trim().slice(0, 80)
      const asked = Number(page.req.query('page') ?? '1')
      const wanted = { words, page: Number.isSafeInteger(asked) ? asked : 1 }
      return show(page, <LinesPage view={await findLines(app, actor, idOf(page), wanted)} />)
    },
  )
}
