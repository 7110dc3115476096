import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type ShownStatus, type Site } from '../../web/site.ts'
import { isOfSurvivors, isOpenToWriting } from './claim.ts'
import { parsePayee } from './claim-forms.ts'
import { PayeesStepPage } from './pages/payees-step.tsx'
import { payeeMistakes } from './payee-mistakes.ts'
import { removePayee, savePayee } from './save-payee.ts'
import { shownClaim, toClaim } from './shown-claim.ts'
import { viewClaim } from './view-claim.ts'

const power = 'liquidations.claim'

/** The step of those who survive: as many people as are paid, each with a form of their own (product L2). */
export function mountClaimPayees(site: Site, app: AppContext): void {
  const { payees, payee, removePayee: remove } = paths.claims
  site.get(payees.pattern, { power, audit: 'claim.payees_form' }, (page, actor) =>
    showPayees(app, page, actor, null),
  )
  site.get(payee.pattern, { power, audit: 'claim.payee_form' }, (page, actor) =>
    showPayees(app, page, actor, idOf(page, 'payee')),
  )
  site.post(payees.pattern, { power, audit: 'claim.add_payee' }, (page, actor) =>
    answerPayee(app, page, actor, null),
  )
  site.post(payee.pattern, { power, audit: 'claim.change_payee' }, (page, actor) =>
    answerPayee(app, page, actor, idOf(page, 'payee')),
  )
  site.post(remove.pattern, { power, audit: 'claim.remove_payee' }, async (page, actor) => {
    const command = { ...shownClaim(page), payeeId: idOf(page, 'payee') }
    const done = await attempt(page, () => removePayee(app, actor, command))
    if (!done.ok) return showPayees(app, page, actor, null, { '': done.sentence }, 409)
    const said = page.var.visit.words.claims.payeesStep.removed
    return redirect(page, payees({ id: idOf(page) }), said)
  })
}

// oxlint-disable-next-line max-params -- the page again, for whom, about whom, with what was wrong
async function showPayees(
  app: AppContext,
  page: Page,
  actor: EmployedActor,
  payeeId: string | null,
  errors: Mistakes = {},
  status: ShownStatus = 200,
): Promise<Response> {
  const view = await viewClaim(app, actor, idOf(page))
  if (!isOfSurvivors(view.claim.kind)) return refuse('web.not_found')
  const payee = view.payees.find(({ id }) => id === payeeId)
  if (payeeId !== null && !payee) return refuse('web.not_found')
  if (!isOpenToWriting(view.claim) && status === 200) return toClaim(page)
  const typed = status === 200 ? {} : page.var.fields
  return show(
    page,
    <PayeesStepPage view={view} payee={payee} errors={errors} typed={typed} />,
    status,
  )
}

// oxlint-disable-next-line max-params -- whom a form is about, for whom
async function answerPayee(
  app: AppContext,
  page: Page,
  actor: EmployedActor,
  payeeId: string | null,
): Promise<Response> {
  const { fields, visit } = page.var
  const { claim, payees } = await viewClaim(app, actor, idOf(page))
  if (!isOfSurvivors(claim.kind)) return refuse('web.not_found')
  const isKnown = payees.some(({ id, identity }) => id === payeeId && identity !== null)
  const parsed = parsePayee(fields, visit.words.claims, { kind: claim.kind, isKnown })
  if (!parsed.ok) return showPayees(app, page, actor, payeeId, parsed.errors, 422)
  const others = payees.filter(({ id }) => id !== payeeId)
  const about = { claim, others, today: todayIn(app.clock) }
  const mistakes = payeeMistakes(parsed.value, about, visit.words.claims.payeesStep)
  if (Object.keys(mistakes).length > 0) return showPayees(app, page, actor, payeeId, mistakes, 422)
  const command = { ...parsed.value, ...shownClaim(page), payeeId }
  const done = await attempt(page, () => savePayee(app, actor, command))
  if (!done.ok) {
    const { code } = done.refusal
    const isOfNumber = code === 'claims.payee_twice' || code === 'claims.payee_is_member'
    const field = isOfNumber ? 'numero' : ''
    return showPayees(app, page, actor, payeeId, { [field]: done.sentence }, 409)
  }
  const said = visit.words.claims.payeesStep.added
  return redirect(page, paths.claims.payees({ id: claim.id }), said)
}
