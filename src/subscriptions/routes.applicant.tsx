import type { AppContext } from '../context.ts'
import { parseForm, text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { type Draft, isComplete } from './draft.ts'
import { forgetDraft } from './forget-draft.ts'
import { giveFollowPass } from './follow-pass.ts'
import { CheckPage } from './pages/check.tsx'
import { StartPage } from './pages/start.tsx'
import { TasksPage } from './pages/tasks.tsx'
import { readDrafts } from './read-drafts.ts'
import { reopenDraft } from './reopen-draft.ts'
import { mountVolets } from './routes.volets.tsx'
import { startDraft } from './start-draft.ts'
import { submitDraft } from './submit-draft.ts'
import { subscriberOf } from './subscriber-of.ts'
import { takeDraftInHand } from './take-draft-in-hand.ts'
import { numberSchema } from './volet-forms.ts'

const { subscription } = paths
const power = 'site.visit'

/** «Abonnement»: the number, the three volets, the check, the form to sign (leaflet, «Créer un compte»). */
export function mountApplicant(site: Site, app: AppContext): void {
  mountStart(site, app)
  mountVolets(site, app)
  mountCheck(site, app)
  mountDraftInHand(site, app)
}

function mountStart(site: Site, app: AppContext): void {
  site.get(subscription.start.pattern, { power, audit: 'subscription.start' }, async (page) => {
    const drafts = await readDrafts(app, subscriberOf(page))
    return show(page, <StartPage kind="subscription" drafts={drafts} />)
  })
  site.post(subscription.start.pattern, { power, audit: 'subscription.start' }, (page) =>
    start(page, app, 'subscription'),
  )
}

/** Shared with «Réabonnement»: the same number, the same volets, another kind. */
export async function start(page: Page, app: AppContext, kind: Draft['kind']): Promise<Response> {
  const { words } = page.var.visit
  const form = parseForm(numberSchema(words), page.var.fields)
  if (!form.ok) {
    const drafts = await readDrafts(app, subscriberOf(page))
    return show(page, <StartPage kind={kind} drafts={drafts} {...form} />, 422)
  }
  const { number, completed, typed } = form.value.employerNumber
  await startDraft(app, subscriberOf(page), { kind, employerNumber: number })
  const notice = completed ? words.subscriptions.start.completed(typed, number) : undefined
  return redirect(page, subscription.tasks(), notice)
}

/** The draft that the pages show; without one, the visit starts again with the number. */
async function draftInHand(page: Page, app: AppContext): Promise<Draft | undefined> {
  const drafts = await readDrafts(app, subscriberOf(page))
  return drafts.find((draft) => draft.letterId === null)
}

function mountCheck(site: Site, app: AppContext): void {
  site.get(subscription.tasks.pattern, { power, audit: 'subscription.tasks' }, async (page) => {
    const draft = await draftInHand(page, app)
    return draft ? show(page, <TasksPage draft={draft} />) : redirect(page, subscription.start())
  })
  site.get(subscription.check.pattern, { power, audit: 'subscription.check' }, async (page) => {
    const draft = await draftInHand(page, app)
    if (!draft) return redirect(page, subscription.start())
    return isComplete(draft)
      ? show(page, <CheckPage draft={draft} />)
      : redirect(page, subscription.tasks())
  })
  site.post(subscription.check.pattern, { power, audit: 'subscription.submit' }, async (page) => {
    const letterId = await submitDraft(app, subscriberOf(page), text(page.var.fields, 'dossier'))
    giveFollowPass(page, app, letterId)
    return redirect(page, subscription.done())
  })
}

function mountDraftInHand(site: Site, app: AppContext): void {
  site.post(subscription.resume.pattern, { power, audit: 'subscription.resume' }, async (page) => {
    const draft = await takeDraftInHand(app, subscriberOf(page), text(page.var.fields, 'dossier'))
    return redirect(page, draft.letterId ? subscription.done() : subscription.tasks())
  })
  site.post(subscription.forget.pattern, { power, audit: 'subscription.forget' }, async (page) => {
    await forgetDraft(app, subscriberOf(page), text(page.var.fields, 'dossier'))
    return redirect(page, subscription.start(), page.var.visit.words.subscriptions.tasks.deleted)
  })
  site.post(subscription.reopen.pattern, { power, audit: 'subscription.reopen' }, async (page) => {
    const { words } = page.var.visit
    const letterId = text(page.var.fields, 'dossier')
    const reopened = await attempt(page, () => reopenDraft(app, subscriberOf(page), letterId))
    if (!reopened.ok) return redirect(page, paths.follow.letter(), reopened.sentence)
    return redirect(page, subscription.check(), words.subscriptions.form.reopened)
  })
}
