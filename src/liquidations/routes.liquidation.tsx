import type { AppContext } from '../context.ts'
import { paths } from '../web/paths.ts'
import { type Page, show, type Site } from '../web/site.ts'
import { horizonOf, nearingQueryFrom } from './nearing-query.ts'
import { NearingPage } from './pages/nearing.tsx'
import { readNearing } from './read-nearing.ts'

const power = 'liquidations.claim'

/** «e-Liquidation@»: who nears retirement (product L1). */
export function mountLiquidations(site: Site, app: AppContext): void {
  const { nearing } = paths.liquidations
  site.get(nearing.pattern, { power, audit: 'liquidations.nearing' }, async (page, actor) => {
    const query = nearingQueryFrom((name) => page.req.query(name))
    const asked = { horizon: horizonOf(query), words: query.q, page: numberOf(page) }
    const view = await readNearing(app, actor, asked)
    return show(page, <NearingPage view={view} query={query} />)
  })
}

function numberOf(page: Page): number {
  const number = Number(page.req.query('page') ?? '1')
  return Number.isInteger(number) && number > 0 ? Math.min(number, 1_000_000) : 1
}
