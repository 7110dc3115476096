import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { line, type Mistakes, parseForm, text, tick } from '../../web/form.ts'
import { letterKinds } from '../../letters/letter.ts'
import { pageNumber } from '../../web/paging.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, type Site, show } from '../../web/site.ts'
import type { Words } from '../../web/words/index.ts'
import { z } from 'zod'
import { changeView, keepView, readFirstView } from './keep-view.ts'
import { filterFrom, filterOf, queryOf, queueAddress } from './pages/queue-address.ts'
import { DecidedPage } from './pages/decided-page.tsx'
import { QueuePage } from './pages/queue-page.tsx'
import type { ViewForm } from './pages/queue-views.tsx'
import { readDecided } from './read-decided.ts'
import { readQueue } from './read-queue.ts'
import { decidedStates } from './store/decided-letters.ts'
import { takeNext } from './take-next.ts'
import { takeWork } from './take-work.ts'
import { everything, parsePlace, type WorkFilter } from './work-item.ts'
import { pageFromQueue } from './work-kinds.ts'

const power = 'agency.work'

/** «Dossiers»: everything that waits for an agent, taken in hand, given back, one after the other (product G1). */
export function mountQueue(site: Site, app: AppContext): void {
  mountReading(site, app)
  mountHands(site, app)
  mountViews(site, app)
}

function mountReading(site: Site, app: AppContext): void {
  const { queue } = paths.agency
  site.get(queue.pattern, { power, audit: 'agency.queue' }, async (page, actor) => {
    const asked = page.req.query()
    if (Object.keys(asked).some((name) => name !== 'lang')) {
      return showQueue(page, app, actor, filterFrom(asked))
    }
    const view = await readFirstView(app, actor)
    return view === null
      ? showQueue(page, app, actor, everything)
      : page.redirect(queueAddress(filterOf(view)), 303)
  })
  site.get(paths.agency.decided.pattern, { power, audit: 'agency.decided' }, async (page) => {
    const asked = page.req.query()
    const filter = {
      kind: letterKinds.find((kind) => kind === asked['type']) ?? null,
      state: decidedStates.find((state) => state === asked['etat']) ?? null,
    }
    const decided = await readDecided(app, filter, pageNumber(asked['page']))
    return show(page, <DecidedPage decided={decided} filter={filter} />)
  })
}

function mountHands(site: Site, app: AppContext): void {
  const { nextWork, takeWork: take } = paths.agency
  site.post(nextWork.pattern, { power, audit: 'work.take_next' }, async (page, actor) => {
    const { fields, visit } = page.var
    const query =
      fields.file === undefined ? ((await readFirstView(app, actor)) ?? '') : text(fields, 'file')
    const filter = filterOf(query)
    const item = await takeNext(app, actor, { filter, here: text(fields, 'ici') })
    const { nothingLeft } = visit.words.work
    if (!item) return redirect(page, queueAddress(filter), nothingLeft)
    return redirect(page, pageFromQueue(item, queryOf(filter)), visit.words.agency.case.taken)
  })
  site.post(take.pattern, { power, audit: 'work.take' }, async (page, actor) => {
    const { fields, visit } = page.var
    const release = text(fields, 'geste') === 'rendre'
    const holder = text(fields, 'detenteur') || null
    await takeWork(app, actor, { itemId: idOf(page), release, holder })
    const { case: words } = visit.words.agency
    const to = text(fields, 'retour').split('?')[1] ?? ''
    return redirect(page, queueAddress(filterOf(to)), release ? words.released : words.taken)
  })
}

function mountViews(site: Site, app: AppContext): void {
  const { workViews, workView } = paths.agency
  site.post(workViews.pattern, { power, audit: 'work_view.keep' }, async (page, actor) => {
    const { fields, visit } = page.var
    const { work } = visit.words
    const filter = filterOf(text(fields, 'vue'))
    const form = parseForm(named(work).extend({ premiere: tick() }), fields)
    if (!form.ok) return showQueue(page, app, actor, filter, form)
    const { nom: name, premiere: isDefault } = form.value
    const query = queryOf(filter)
    const kept = await attempt(page, () => keepView(app, actor, { name, query, isDefault }))
    if (!kept.ok) {
      return showQueue(page, app, actor, filter, { errors: { nom: kept.sentence }, typed: fields })
    }
    const said = kept.value === 'replaced' ? work.viewReplaced : work.viewKept
    return redirect(page, queueAddress(filter), said(name))
  })
  site.post(workView.pattern, { power, audit: 'work_view.change' }, async (page, actor) => {
    const { fields, visit } = page.var
    const { work } = visit.words
    const asked = text(fields, 'geste')
    if (asked === 'renommer') return renameView(page, app, actor)
    const act = asked === 'oublier' ? 'forget' : asked === 'premiere' ? 'open_first' : 'ordinary'
    const query = await changeView(app, actor, { id: idOf(page), act })
    const said = act === 'forget' ? work.viewForgotten : work.viewChanged
    return redirect(page, queueAddress(filterOf(query)), said)
  })
}

const named = (said: Words['work']) =>
  z.object({ nom: line(said.viewNameMissing, said.viewNameMissing, 60) })

/** It comes back on the view whose name is not taken. */
async function renameView(page: Page, app: AppContext, actor: AgentActor): Promise<Response> {
  const { fields, visit } = page.var
  const again = (errors: Mistakes) => {
    const filter = filterOf(text(fields, 'vue'))
    return showQueue(page, app, actor, filter, { errors, typed: fields })
  }
  const form = parseForm(named(visit.words.work), fields)
  if (!form.ok) return again(form.errors)
  const renaming = { id: idOf(page), act: 'rename', name: form.value.nom } as const
  const done = await attempt(page, () => changeView(app, actor, renaming))
  if (!done.ok) return again({ nom: done.sentence })
  return redirect(page, queueAddress(filterOf(done.value)), visit.words.work.viewChanged)
}

// oxlint-disable-next-line max-params -- the page, what is asked, and the form that came back.
async function showQueue(
  page: Page,
  app: AppContext,
  actor: AgentActor,
  filter: WorkFilter,
  form?: ViewForm,
) {
  const place = (name: string) => parsePlace(page.req.query(name) ?? '')
  const [after, before] = [place('apres'), place('avant')]
  const queue = await readQueue(app, actor, { filter, after: before ? null : after, before })
  return show(page, <QueuePage queue={queue} filter={filter} form={form} />, form ? 422 : 200)
}
