import type { AppContext } from '../context.ts'
import { idOf } from '../web/route-id.ts'
import { paths } from '../web/paths.ts'
import { type Page, show, type Site } from '../web/site.ts'
import { estimateQueryFrom, parseEstimate } from './estimate-form.ts'
import { EstimatePage } from './pages/estimate.tsx'
import { readEstimate } from './read-estimate.ts'
import { horizonOf, nearingQueryFrom } from './nearing-query.ts'
import { NearingPage } from './pages/nearing.tsx'
import { readNearing } from './read-nearing.ts'

const power = 'liquidations.claim'

/** «e-Liquidation@»: who nears retirement, and what their pension would be (product L1, L4). */
export function mountLiquidations(site: Site, app: AppContext): void {
  const { nearing, estimate } = paths.liquidations
  site.get(
    nearing.pattern,
    { power, audit: 'liquidations.nearing', heavy: true },
    async (page, actor) => {
      const query = nearingQueryFrom((name) => page.req.query(name))
      const asked = { horizon: horizonOf(query), words: query.q, page: numberOf(page) }
      const view = await readNearing(app, actor, asked)
      return show(page, <NearingPage view={view} query={query} />)
    },
  )
  site.get(estimate.pattern, { power, audit: 'liquidation.estimate' }, async (page, actor) => {
    const query = estimateQueryFrom((name) => page.req.query(name))
    const words = page.var.visit.words.liquidations.estimate
    const { asked, errors } = parseEstimate(query, words)
    const view = await readEstimate(app, actor, idOf(page), asked)
    const mistakes = view.isImpossible ? { depart: words.wrongDeparture, ...errors } : errors
    const status = Object.keys(mistakes).length > 0 ? 422 : 200
    return show(page, <EstimatePage view={view} query={query} errors={mistakes} />, status)
  })
}

function numberOf(page: Page): number {
  const number = Number(page.req.query('page') ?? '1')
  return Number.isInteger(number) && number > 0 ? Math.min(number, 1_000_000) : 1
}
