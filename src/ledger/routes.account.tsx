import { refuse } from '../actors/refusal.ts'
import { parseQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { paths } from '../web/paths.ts'
import { type Page, show, type Site } from '../web/site.ts'
import type { DueKey } from './account.ts'
import { DuePage } from './pages/due.tsx'
import { EntryPage } from './pages/entry.tsx'
import { SituationPage } from './pages/situation.tsx'
import { mountAttestations } from './attestations/routes.tsx'
import type { TellPromises } from './order-promise.ts'
import { readDue } from './read-due.ts'
import { readEntry } from './read-entry.ts'
import { readSituation } from './read-situation.ts'
import { mountStatement } from './routes.statement.tsx'
import { numberFrom } from './statement-query.ts'

const power = 'account.read'

/** «Compte Adhérent»: where the employer stands, an échéance, the statement, a line (product C1 to C3). */
export function mountEmployerAccount(
  site: Site,
  app: AppContext,
  tellPromises: TellPromises,
): void {
  const { situation, due, entry } = paths.employerAccount
  site.get(situation.pattern, { power, audit: 'account.situation' }, async (page, actor) =>
    show(page, <SituationPage view={await readSituation(app, actor, tellPromises)} />),
  )
  site.get(due.pattern, { power, audit: 'account.due' }, async (page, actor) =>
    show(page, <DuePage view={await readDue(app, actor, dueOf(page), tellPromises)} />),
  )
  mountStatement(site, app)
  mountAttestations(site, app)
  site.get(entry.pattern, { power, audit: 'account.entry' }, async (page, actor) => {
    const number = numberFrom(page.req.param('number')) ?? refuse('web.not_found')
    return show(page, <EntryPage view={await readEntry(app, actor, number)} />)
  })
}

function dueOf(page: Page): DueKey {
  const category = page.req.param('category') ?? ''
  const quarter = parseQuarter(page.req.param('quarter') ?? '')
  if (!quarter.ok || !/^\d{2}$/.test(category)) return refuse('web.not_found')
  return { category, quarter: quarter.value }
}
