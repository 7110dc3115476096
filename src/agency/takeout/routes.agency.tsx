import { originOf } from '../../access/origin-of.ts'
import { typedPresence } from '../../access/typed-presence.ts'
import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { answerStream } from '../../web/answer-file.ts'
import { type Fields, line, type Mistakes, optionalLine, parseForm, text } from '../../web/form.ts'
import { pageNumber } from '../../web/paging.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, type Site, show } from '../../web/site.ts'
import { z } from 'zod'
import { askForTakeout } from './ask-for-takeout.ts'
import { collectTakeout } from './collect-takeout.ts'
import { agreeToTakeout, turnDownTakeout } from './decide-takeout.ts'
import { TakeoutPage } from './pages/takeout-page.tsx'
import { TakeoutsPage } from './pages/takeouts-page.tsx'
import { readTakeout, readTakeouts } from './read-takeout.ts'

const power = 'agency.supervise'

/** «Sortie des données»: two supervisors, one archive (docs/domain/takeout.md). */
export function mountTakeouts(site: Site, app: AppContext): void {
  mountAsking(site, app)
  mountDeciding(site, app)
  const { takeoutFile } = paths.agency
  site.post(takeoutFile.pattern, { power, audit: 'takeout.collect' }, async (page, actor) => {
    const done = await attempt(page, () => collectTakeout(app, actor, idOf(page)))
    if (!done.ok) return showOne(page, app, actor, { '': done.sentence })
    return answerStream(page, { ...done.value, type: 'application/zip' })
  })
}

function mountAsking(site: Site, app: AppContext): void {
  const { takeouts } = paths.agency
  site.get(takeouts.pattern, { power, audit: 'takeout.list' }, (page, actor) =>
    showAll(page, app, actor),
  )
  site.post(takeouts.pattern, { power, audit: 'takeout.ask' }, async (page, actor) => {
    const { fields, visit } = page.var
    const own = visit.words.takeout
    const motif = line(own.reasonMissing, own.reasonLong, 500)
    const form = parseForm(z.object({ motif }), fields)
    if (!form.ok) return showAll(page, app, actor, form)
    const asked = { employerId: idOf(page), reason: form.value.motif }
    const done = await attempt(page, () => askForTakeout(app, actor, asked))
    if (done.ok) return redirect(page, paths.agency.takeout({ id: done.value }), own.asked)
    return showAll(page, app, actor, { errors: { '': done.sentence }, typed: fields })
  })
}

function mountDeciding(site: Site, app: AppContext): void {
  const { takeout, decideTakeout } = paths.agency
  site.get(takeout.pattern, { power, audit: 'takeout.view' }, (page, actor) =>
    showOne(page, app, actor),
  )
  site.post(decideTakeout.pattern, { power, audit: 'takeout.decide' }, async (page, actor) => {
    const { fields, visit } = page.var
    const id = idOf(page)
    const own = visit.words.takeout
    if (text(fields, 'decision') !== 'accepter') return turnDown(page, app, actor)
    const proof = typedPresence(fields, 'password')
    if (!proof) return showOne(page, app, actor, { password: own.passwordMissing })
    const agreed = { id, proof, digest: text(fields, 'empreinte'), origin: originOf(page) }
    const done = await attempt(page, () => agreeToTakeout(app, actor, agreed))
    if (done.ok) return redirect(page, paths.agency.takeout({ id }), own.agreed)
    const field = done.refusal.code === 'access.password_wrong' ? 'password' : ''
    return showOne(page, app, actor, { [field]: done.sentence })
  })
}

async function turnDown(page: Page, app: AppContext, actor: AgentActor) {
  const { fields, visit } = page.var
  const own = visit.words.takeout
  const id = idOf(page)
  const form = parseForm(z.object({ motif: optionalLine(own.reasonLong, 500) }), fields)
  if (!form.ok) return showOne(page, app, actor, form.errors)
  const because = form.value.motif
  const done = await attempt(page, () => turnDownTakeout(app, actor, { id, because }))
  if (done.ok) return redirect(page, paths.agency.takeout({ id }), own.turnedDown[done.value])
  const field = done.refusal.code === 'takeout.reason_missing' ? 'motif' : ''
  return showOne(page, app, actor, { [field]: done.sentence })
}

interface SentBack {
  readonly errors: Mistakes
  readonly typed: Fields
}

async function showAll(page: Page, app: AppContext, actor: AgentActor, form?: SentBack) {
  const asked = pageNumber(page.req.query('page'))
  const view = await readTakeouts(app, actor, { employerId: idOf(page), page: asked })
  return show(page, <TakeoutsPage view={view} {...form} />, form ? 422 : 200)
}

async function showOne(page: Page, app: AppContext, actor: AgentActor, errors?: Mistakes) {
  const view = await readTakeout(app, actor, idOf(page))
  const typed = errors && page.var.fields
  return show(page, <TakeoutPage view={view} errors={errors} typed={typed} />, errors ? 422 : 200)
}
