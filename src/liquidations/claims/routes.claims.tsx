import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { answerFile } from '../../web/answer-file.ts'
import { type Mistakes, parseForm, text } from '../../web/form.ts'
import { pageNumber } from '../../web/paging.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type ShownStatus, type Site } from '../../web/site.ts'
import { isOpenToWriting } from './claim.ts'
import { sendSchema, startSchema, withdrawSchema } from './claim-forms.ts'
import { CheckStepPage } from './pages/check-step.tsx'
import { ClaimListPage } from './pages/claim-list.tsx'
import { ClaimPage } from './pages/claim.tsx'
import { StartClaimPage } from './pages/start-claim.tsx'
import { printedNotification } from './printed-notification.ts'
import { printedClaimReceipt } from './printed-receipt.ts'
import { mountClaimDocuments } from './routes.documents.tsx'
import { mountClaimSteps } from './routes.steps.tsx'
import { sendClaim } from './send-claim.ts'
import { shownClaim } from './shown-claim.ts'
import { startClaim } from './start-claim.ts'
import { viewClaim, viewClaimCareer, viewWorkedClaim } from './view-claim.ts'
import { viewClaims, viewStart } from './view-claims.ts'
import { withdrawClaim } from './withdraw-claim.ts'

const power = 'liquidations.claim'

/** The claims of a company: the list, beginning one, its tasks, sending it, following it (product L2, L3, L5). */
export function mountClaims(site: Site, app: AppContext): void {
  site.get(paths.claims.list.pattern, { power, audit: 'claims.list' }, async (page, actor) => {
    const view = await viewClaims(app, actor, pageNumber(page.req.query('page')))
    return show(page, <ClaimListPage view={view} />)
  })
  mountStarting(site, app)
  site.get(paths.claims.claim.pattern, { power, audit: 'claim.view' }, (page, actor) =>
    showClaim(app, page, actor),
  )
  mountClaimSteps(site, app)
  mountClaimDocuments(site, app)
  mountSending(site, app)
  mountWithdrawing(site, app)
  mountNotification(site, app)
}

const keyPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function mountStarting(site: Site, app: AppContext): void {
  const { start } = paths.claims
  site.get(start.pattern, { power, audit: 'claim.start_form' }, (page, actor) =>
    showStart(app, page, actor, asked(page, 'membre')),
  )
  site.post(start.pattern, { power, audit: 'claim.start' }, async (page, actor) => {
    const { fields, visit } = page.var
    const own = visit.words.claims
    const member = text(fields, 'membre')
    const parsed = parseForm(startSchema(own), fields)
    if (!parsed.ok) return showStart(app, page, actor, member, parsed.errors, 422)
    const key = text(fields, 'cle')
    const formKey = keyPattern.test(key) ? key : randomUUID()
    const { membre: membershipId, demande: kind } = parsed.value
    const done = await attempt(page, () => startClaim(app, actor, { membershipId, kind, formKey }))
    if (!done.ok && done.refusal.code === 'web.not_found') return refuse('web.not_found')
    if (!done.ok) return showStart(app, page, actor, member, { demande: done.sentence }, 409)
    return redirect(page, paths.claims.claim({ id: done.value }), own.start.begun)
  })
}

// oxlint-disable-next-line max-params -- the page again, for whom, with what was wrong
async function showStart(
  app: AppContext,
  page: Page,
  actor: EmployedActor,
  membershipId: string,
  errors: Mistakes = {},
  status: ShownStatus = 200,
): Promise<Response> {
  const view = await viewStart(app, actor, { words: asked(page, 'q'), membershipId })
  const key = text(page.var.fields ?? {}, 'cle')
  const formKey = keyPattern.test(key) ? key : randomUUID()
  const typed = status === 200 ? {} : page.var.fields
  return show(
    page,
    <StartClaimPage view={view} formKey={formKey} errors={errors} typed={typed} />,
    status,
  )
}

function asked(page: Page, name: string): string {
  return (page.req.query(name) ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
}

// oxlint-disable-next-line max-params -- the page again, for whom, with what was wrong
async function showClaim(
  app: AppContext,
  page: Page,
  actor: EmployedActor,
  errors: Mistakes = {},
  status: ShownStatus = 200,
): Promise<Response> {
  const view = await viewWorkedClaim(app, actor, idOf(page))
  const typed = status === 200 ? {} : page.var.fields
  return show(page, <ClaimPage view={view} errors={errors} typed={typed} />, status)
}

function mountSending(site: Site, app: AppContext): void {
  const { check, send, receipt, claim } = paths.claims
  site.get(check.pattern, { power, audit: 'claim.check' }, async (page, actor) => {
    const view = await viewClaimCareer(app, actor, idOf(page))
    if (!isOpenToWriting(view.claim)) return redirect(page, claim({ id: view.claim.id }))
    return show(page, <CheckStepPage view={view} />)
  })
  site.post(send.pattern, { power, audit: 'claim.send' }, async (page, actor) => {
    const own = page.var.visit.words.claims
    const id = idOf(page)
    const showCheck = async (errors: Mistakes, status: ShownStatus) => {
      const view = await viewClaimCareer(app, actor, id)
      // From another tab, or by pressing twice: nothing is to be done again.
      if (view.claim.state === 'sent') return redirect(page, claim({ id }), own.alreadySent)
      if (!isOpenToWriting(view.claim)) return showClaim(app, page, actor, errors, 409)
      const typed = page.var.fields
      return show(page, <CheckStepPage view={view} errors={errors} typed={typed} />, status)
    }
    const parsed = parseForm(sendSchema(own), page.var.fields)
    if (!parsed.ok) return showCheck(parsed.errors, 422)
    const command = { ...shownClaim(page), reply: parsed.value.reponse }
    const done = await attempt(page, () => sendClaim(app, actor, command))
    if (!done.ok) {
      const isUnanswered = done.refusal.code === 'claims.nothing_answered'
      return showCheck({ [isUnanswered ? 'reponse' : '']: done.sentence }, isUnanswered ? 422 : 409)
    }
    const { isFirst, reference } = done.value
    return redirect(page, claim({ id }), isFirst ? own.sentText(reference) : own.completedText)
  })
  site.get(receipt.pattern, { power, audit: 'claim.receipt', heavy: true }, async (page, actor) => {
    const view = await viewClaim(app, actor, idOf(page))
    if (!view.claim.sentAt) return refuse('web.not_found')
    const printed = printedClaimReceipt(view, app.config.fund, page.var.visit.language)
    const body = await app.pdf.render(printed)
    const name = `${view.claim.reference}.pdf`
    return answerFile(page, { name, type: 'application/pdf', body })
  })
}

function mountNotification(site: Site, app: AppContext): void {
  const { notification } = paths.claims
  site.get(
    notification.pattern,
    { power, audit: 'claim.letter', heavy: true },
    async (page, actor) => {
      const view = await viewClaim(app, actor, idOf(page))
      const number = Number(page.req.param('number'))
      const decision = view.decisions.find((one) => one.number === number)
      if (!decision) return refuse('web.not_found')
      const language = page.req.query('langue') === 'ar' ? 'ar' : 'fr'
      const { fund } = app.config
      const body = await app.pdf.render(printedNotification(view, decision, { fund, language }))
      const name = `${view.claim.reference}-${number}-${language}.pdf`
      return answerFile(page, { name, type: 'application/pdf', body })
    },
  )
}

function mountWithdrawing(site: Site, app: AppContext): void {
  const { withdraw, claim } = paths.claims
  site.post(withdraw.pattern, { power, audit: 'claim.withdraw' }, async (page, actor) => {
    const own = page.var.visit.words.claims
    const parsed = parseForm(withdrawSchema(own), page.var.fields)
    if (!parsed.ok) return showClaim(app, page, actor, parsed.errors, 422)
    const command = { ...shownClaim(page), reason: parsed.value.raison }
    const done = await attempt(page, () => withdrawClaim(app, actor, command))
    if (!done.ok) return showClaim(app, page, actor, { '': done.sentence }, 409)
    return redirect(page, claim({ id: idOf(page) }), own.withdraw.done)
  })
}
