import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { EmployedActor } from '../actors/actor.ts'
import { originOf } from '../access/origin-of.ts'
import { typedPresence } from '../access/typed-presence.ts'
import type { AppContext } from '../context.ts'
import { line, type Mistakes, parseForm, text, versionOf } from '../web/form.ts'
import { pageNumber } from '../web/paging.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { type Attempt, attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { cancelOrder } from './cancel-order.ts'
import { confirmOrder } from './confirm-order.ts'
import { drawUpOrder } from './draw-up-order.ts'
import { editOrder } from './edit-order.ts'
import { mistakesAgainst, parseOrder } from './order-form.ts'
import { DrawUpOrderPage } from './pages/draw-up-order.tsx'
import { OrderListPage } from './pages/order-list.tsx'
import type { SentForm } from './pages/order-decisions.tsx'
import { OrderPage } from './pages/order-page.tsx'
import { anywayField } from './transfers/printed-beside.ts'
import { opposeDebit } from './oppose-debit.ts'
import { refuseAnOrder } from './refuse-order.ts'
import { viewDrawUp } from './view-draw-up.ts'
import { viewOrder } from './view-order.ts'
import { viewOrders } from './view-orders.ts'

/** E@syPaiement, in the order of the work: what waits, an order, drawing one up, changing it, deciding. */
export function mountPayments(site: Site, app: AppContext): void {
  const own = paths.payments
  site.get(
    own.orders.pattern,
    { power: 'payments.read', audit: 'orders.list' },
    async (page, actor) => {
      const view = await viewOrders(app, actor, pageNumber(page.req.query('page')))
      return show(page, <OrderListPage view={view} />)
    },
  )
  mountDrawingUp(site, app)
  site.get(
    own.order.pattern,
    { power: 'payments.read', audit: 'order.view' },
    async (page, actor) => show(page, <OrderPage view={await viewOrder(app, actor, idOf(page))} />),
  )
  mountChanging(site, app)
  mountDeciding(site, app)
}

function mountDrawingUp(site: Site, app: AppContext): void {
  const { drawUp } = paths.payments
  site.get(
    drawUp.pattern,
    { power: 'payments.draw_up', audit: 'order.draw_up_form' },
    async (page, actor) =>
      show(page, <DrawUpOrderPage view={await viewDrawUp(app, actor)} formKey={randomUUID()} />),
  )
  site.post(
    drawUp.pattern,
    { power: 'payments.draw_up', audit: 'order.draw_up' },
    async (page, actor) => {
      const { words } = page.var.visit
      const parsed = parseOrder(page.var.fields, words.payments.drawUp)
      if (!parsed.ok) return drawUpAgain(app, page, actor, { errors: parsed.errors, status: 422 })
      const formKey = keyOf(page)
      const done = await attempt(page, () => drawUpOrder(app, actor, { ...parsed.value, formKey }))
      if (!done.ok) return drawUpAgain(app, page, actor, { errors: saidAt(done), status: 409 })
      return redirect(page, paths.payments.order({ id: done.value }), words.payments.drawUp.done)
    },
  )
}

interface Wrong {
  readonly errors: Mistakes
  readonly status: 409 | 422
  readonly orderId?: string
}

// oxlint-disable-next-line max-params -- the page again, for whom, with what was wrong
async function drawUpAgain(app: AppContext, page: Page, actor: EmployedActor, wrong: Wrong) {
  const view = await viewDrawUp(app, actor, wrong.orderId)
  const { fields, visit } = page.var
  const atTheirPlace = mistakesAgainst(view, fields, visit)
  // A refusal that is said at its place is not said twice.
  const isPlaced = wrong.status === 409 && Object.keys(atTheirPlace).length > 0
  const errors = isPlaced ? atTheirPlace : { ...atTheirPlace, ...wrong.errors }
  return show(
    page,
    <DrawUpOrderPage view={view} formKey={keyOf(page)} errors={errors} typed={fields} />,
    wrong.status,
  )
}

/** What is asked is asked at its box; everything else is said at the top. */
function saidAt({ refusal, sentence }: Extract<Attempt<unknown>, { ok: false }>): Mistakes {
  return { [refusal.code === 'payments.printed_meanwhile' ? anywayField : '']: sentence }
}

const keyPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The key that the form carried; a form without one cannot be sent twice by accident, so it gets its own. */
function keyOf(page: Page): string {
  const typed = text(page.var.fields, 'cle')
  return keyPattern.test(typed) ? typed : randomUUID()
}

function mountChanging(site: Site, app: AppContext): void {
  const { edit, cancel } = paths.payments
  site.get(
    edit.pattern,
    { power: 'payments.draw_up', audit: 'order.edit_form' },
    async (page, actor) =>
      show(page, <DrawUpOrderPage view={await viewDrawUp(app, actor, idOf(page))} formKey="" />),
  )
  site.post(
    edit.pattern,
    { power: 'payments.draw_up', audit: 'order.edit' },
    async (page, actor) => {
      const { words } = page.var.visit
      const orderId = idOf(page)
      const parsed = parseOrder(page.var.fields, words.payments.drawUp)
      if (!parsed.ok) {
        return drawUpAgain(app, page, actor, { errors: parsed.errors, status: 422, orderId })
      }
      const command = { ...parsed.value, orderId, version: versionOf(page.var.fields) }
      const done = await attempt(page, () => editOrder(app, actor, command))
      if (!done.ok) {
        return drawUpAgain(app, page, actor, { errors: saidAt(done), status: 409, orderId })
      }
      const { edit: edited, unchanged } = words.payments.order
      const notice = done.value === 'edited' ? edited : unchanged
      return redirect(page, paths.payments.order({ id: orderId }), notice)
    },
  )
  site.post(
    cancel.pattern,
    { power: 'payments.draw_up', audit: 'order.cancel' },
    async (page, actor) => {
      const said = page.var.visit.words.payments.order
      const orderId = idOf(page)
      const missing = said.cancelReasonMissing
      const form = parseForm(z.object({ raison: line(missing, missing, 200) }), page.var.fields)
      if (!form.ok)
        return orderAgain(app, page, actor, { errors: form.errors, status: 422, sent: 'cancel' })
      const command = { orderId, version: versionOf(page.var.fields), reason: form.value.raison }
      const done = await attempt(page, () => cancelOrder(app, actor, command))
      if (!done.ok) {
        const errors = { '': done.sentence }
        return orderAgain(app, page, actor, { errors, status: 409, sent: 'cancel' })
      }
      return redirect(page, paths.payments.order({ id: orderId }), said.cancelled)
    },
  )
}

function mountDeciding(site: Site, app: AppContext): void {
  const own = paths.payments
  site.post(own.oppose.pattern, { power: 'payments.read', audit: 'order.oppose' }, (page, actor) =>
    answerOpposition(app, page, actor),
  )
  site.post(
    own.confirm.pattern,
    { power: 'payments.confirm', audit: 'order.confirm' },
    async (page, actor) => {
      const said = page.var.visit.words.payments.order
      const orderId = idOf(page)
      const proof = typedPresence(page.var.fields, 'motDePasse')
      if (!proof) {
        const errors = { motDePasse: said.passwordMissing }
        return orderAgain(app, page, actor, { errors, status: 422, sent: 'confirm' })
      }
      const digest = text(page.var.fields, 'empreinte')
      const command = { orderId, digest, proof, origin: originOf(page) }
      const done = await attempt(page, () => confirmOrder(app, actor, command))
      if (!done.ok) {
        const isPassword = done.refusal.code === 'access.password_wrong'
        const isProof = isPassword || done.refusal.code === 'access.presence_wrong'
        const errors = { [isPassword ? 'motDePasse' : '']: done.sentence }
        const status = isProof ? 422 : 409
        return orderAgain(app, page, actor, { errors, status, sent: 'confirm' })
      }
      return redirect(page, own.order({ id: orderId }), said.confirmed)
    },
  )
  site.post(
    own.refuse.pattern,
    { power: 'payments.confirm', audit: 'order.refuse' },
    async (page, actor) => {
      const said = page.var.visit.words.payments.order
      const orderId = idOf(page)
      const missing = said.refuseReasonMissing
      const form = parseForm(z.object({ raison: line(missing, missing, 200) }), page.var.fields)
      if (!form.ok)
        return orderAgain(app, page, actor, { errors: form.errors, status: 422, sent: 'refuse' })
      const command = { orderId, version: versionOf(page.var.fields), reason: form.value.raison }
      const done = await attempt(page, () => refuseAnOrder(app, actor, command))
      if (!done.ok) {
        const errors = { '': done.sentence }
        return orderAgain(app, page, actor, { errors, status: 409, sent: 'refuse' })
      }
      return redirect(page, own.order({ id: orderId }), said.refused)
    },
  )
}

async function answerOpposition(app: AppContext, page: Page, actor: EmployedActor) {
  const said = page.var.visit.words.payments.systematic
  const missing = said.opposeReasonMissing
  const form = parseForm(z.object({ raison: line(missing, missing, 200) }), page.var.fields)
  if (!form.ok)
    return orderAgain(app, page, actor, { errors: form.errors, status: 422, sent: 'oppose' })
  const orderId = idOf(page)
  const command = { orderId, version: versionOf(page.var.fields), reason: form.value.raison }
  const done = await attempt(page, () => opposeDebit(app, actor, command))
  if (!done.ok) {
    const errors = { '': done.sentence }
    return orderAgain(app, page, actor, { errors, status: 409, sent: 'oppose' })
  }
  return redirect(page, paths.payments.order({ id: orderId }), said.opposed)
}

interface WrongDecision {
  readonly errors: Mistakes
  readonly status: 409 | 422
  readonly sent?: SentForm
}

// oxlint-disable-next-line max-params -- the page again, for whom, with what was wrong
async function orderAgain(app: AppContext, page: Page, actor: EmployedActor, wrong: WrongDecision) {
  const view = await viewOrder(app, actor, idOf(page))
  const { fields } = page.var
  return show(
    page,
    <OrderPage view={view} errors={wrong.errors} typed={fields} sent={wrong.sent} />,
    wrong.status,
  )
}
