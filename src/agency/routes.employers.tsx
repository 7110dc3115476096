import type { AgentActor } from '../actors/actor.ts'
import { askedTrail } from '../audit/trail-query.ts'
import type { AppContext } from '../context.ts'
import { type Fields, type Mistakes, parseForm } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, type Site, show } from '../web/site.ts'
import { paperOrderSchema } from './case-forms.ts'
import { pageNumber } from '../web/paging.ts'
import { EmployerPage } from './pages/employer-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { TrailPage } from './pages/trail-page.tsx'
import { readEmployer } from './read-employer.ts'
import { readTrail } from './read-trail.ts'
import { reactivateOnPaper, suspendOnPaper } from './act-on-paper.ts'
import { search } from './search.ts'

/** Companies as the agency sees them; every look is in their own trail (product G6, G7). */
export function mountEmployers(site: Site, app: AppContext): void {
  mountSearch(site, app)
  site.get(
    paths.agency.employer.pattern,
    { power: 'agency.work', audit: 'employer.view' },
    (page, actor) => showEmployer(page, app, actor),
  )
  site.get(
    paths.agency.trail.pattern,
    { power: 'agency.work', audit: 'employer.view_trail' },
    async (page, actor) => {
      const asked = askedTrail(page)
      const { filter } = asked
      const number = pageNumber(page.req.query('page'))
      const trail = await readTrail(app, actor, idOf(page), { filter, page: number })
      return show(page, <TrailPage trail={trail} asked={asked} />)
    },
  )
  mountPaperOrders(site, app)
}

function mountSearch(site: Site, app: AppContext): void {
  site.get(
    paths.agency.search.pattern,
    { power: 'agency.work', audit: 'agency.search', heavy: true },
    async (page, actor) => {
      const asked = (page.req.query('q') ?? '').trim().slice(0, 100)
      const found = asked === '' ? null : await search(app, actor, asked)
      return show(page, <SearchPage asked={asked} found={found} />)
    },
  )
}

/** What a signed letter asks for whoever is delegate. */
function mountPaperOrders(site: Site, app: AppContext): void {
  const { suspendDelegate, reactivateDelegate } = paths.agency
  site.post(
    suspendDelegate.pattern,
    { power: 'agency.work', audit: 'delegate.suspend' },
    (page, actor) => carryOut({ page, app, actor }, 'suspend', suspendOnPaper),
  )
  site.post(
    reactivateDelegate.pattern,
    { power: 'agency.supervise', audit: 'delegate.reactivate' },
    (page, actor) => carryOut({ page, app, actor }, 'reactivate', reactivateOnPaper),
  )
}

interface Asked {
  readonly page: Page
  readonly app: AppContext
  readonly actor: AgentActor
}

async function carryOut(
  { page, app, actor }: Asked,
  act: 'suspend' | 'reactivate',
  useCase: typeof suspendOnPaper,
): Promise<Response> {
  const { fields, visit } = page.var
  const employerId = idOf(page)
  const form = parseForm(paperOrderSchema(visit.words), fields)
  if (!form.ok) return showEmployer(page, app, actor, form)
  const done = await attempt(page, () => useCase(app, actor, { employerId, ...form.value }))
  if (!done.ok) {
    const sentBack = { errors: { '': done.sentence }, typed: fields, refused: true }
    return showEmployer(page, app, actor, sentBack)
  }
  return redirect(
    page,
    paths.agency.employer({ id: employerId }),
    visit.words.agency.employer[act].done,
  )
}

interface SentBack {
  readonly errors: Mistakes
  readonly typed: Fields
  readonly refused?: boolean
}

async function showEmployer(page: Page, app: AppContext, actor: AgentActor, form?: SentBack) {
  const file = await readEmployer(app, actor, idOf(page))
  const props = form ? { errors: form.errors, typed: form.typed } : {}
  return show(
    page,
    <EmployerPage file={file} {...props} />,
    form ? (form.refused ? 409 : 422) : 200,
  )
}
