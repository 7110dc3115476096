import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { numberFrom } from '../../ledger/statement-query.ts'
import { paths } from '../../web/paths.ts'
import { show, type Site } from '../../web/site.ts'
import { DeclaredLinesPage } from './pages/declared-lines.tsx'
import { viewDeclaredLines } from './view-declared-lines.ts'

/** The members behind a line of «Compte Adhérent» (product C3). */
export function mountDeclaredLines(site: Site, app: AppContext): void {
  const { entryLines } = paths.employerAccount
  site.get(
    entryLines.pattern,
    { power: 'account.read', audit: 'account.entry_lines' },
    async (page, actor) => {
      const number = numberFrom(page.req.param('number')) ?? refuse('web.not_found')
      const asked = numberFrom(page.req.query('page')) ?? 1n
      const view = await viewDeclaredLines(app, actor, { number, page: Number(asked) })
      return show(page, <DeclaredLinesPage view={view} />)
    },
  )
}
