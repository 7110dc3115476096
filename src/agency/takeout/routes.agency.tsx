import { originOf } from '../../access/origin-of.ts'
import { typedSecret } from '../../access/typed-secret.ts'
import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { answerStream } from '../../web/answer-file.ts'
import { type Fields, line, type Mistakes, parseForm, text } from '../../web/form.ts'
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
    if (text(fields, 'decision') !== 'accepter') {
      const done = await attempt(page, () => turnDownTakeout(app, actor, id))
      if (!done.ok) return showOne(page, app, actor, { '': done.sentence })
      return redirect(page, paths.agency.takeout({ id }), own.turnedDown[done.value])
    }
    const password = typedSecret(fields, 'password')
    if (password === '') return showOne(page, app, actor, { password: own.passwordMissing })
    const origin = originOf(page)
    const done = await attempt(page, () => agreeToTakeout(app, actor, { id, password, origin }))
    if (done.ok) return redirect(page, paths.agency.takeout({ id }), own.agreed)
    const field = done.refusal.code === 'access.password_wrong' ? 'password' : ''
    return showOne(page, app, actor, { [field]: done.sentence })
  })
}

interface SentBack {
  readonly errors: Mistakes
  readonly typed: Fields
}

async function showAll(page: Page, app: AppContext, actor: AgentActor, form?: SentBack) {
  const view = await readTakeouts(app, actor, idOf(page))
  return show(page, <TakeoutsPage view={view} {...form} />, form ? 422 : 200)
}

async function showOne(page: Page, app: AppContext, actor: AgentActor, errors?: Mistakes) {
  const view = await readTakeout(app, actor, idOf(page))
  return show(page, <TakeoutPage view={view} errors={errors} />, errors ? 422 : 200)
}
