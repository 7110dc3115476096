import { z } from 'zod'
import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { westernDigits } from '../../money/index.ts'
import {
  choice,
  type Fields,
  line,
  type Mistakes,
  parseForm,
  text,
  versionOf,
} from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { attributeTransfer } from './attribute-transfer.ts'
import { keepTransfer } from './keep-transfer.ts'
import { ReceivedTransferPage, type SentForm } from './pages/transfer.tsx'
import { ReceivedTransfersPage } from './pages/transfers.tsx'
import { transferStates } from './received-transfer.ts'
import { takeBackTransfer } from './take-back-transfer.ts'
import { viewTransfer, viewTransfers } from './views.ts'

const power = 'agency.work'

/** The agents' side of transfers: what waits, whose it is, and the way back (product E7, G1). */
export function mountReceivedTransfers(site: Site, app: AppContext): void {
  const own = paths.agency
  site.get(own.receivedTransfers.pattern, { power, audit: 'transfers.list' }, async (page) => {
    const asked = page.req.query('etat')
    const state = transferStates.find((one) => one === asked) ?? 'to_decide'
    return show(page, <ReceivedTransfersPage view={await viewTransfers(app, state)} />)
  })
  site.get(own.receivedTransfer.pattern, { power, audit: 'transfer.view' }, (page, actor) =>
    showTransfer(app, page, actor, page.req.query('adherent') ?? ''),
  )
  mountAttributing(site, app)
  mountDeciding(site, app)
}

interface SentBack {
  readonly errors: Mistakes
  readonly fields: Fields
  readonly sent: SentForm
  readonly status: 409 | 422
}

// oxlint-disable-next-line max-params -- where, the page, for whom, which company they named, and what was wrong
async function showTransfer(
  app: AppContext,
  page: Page,
  actor: AgentActor,
  typedNumber: string,
  back?: SentBack,
) {
  const number = westernDigits(typedNumber).trim().slice(0, 20)
  const named = /^\d{6}$/.test(number) ? number : ''
  const view = await viewTransfer(app, actor, { id: idOf(page), employerNumber: named })
  return show(
    page,
    <ReceivedTransferPage
      view={view}
      number={number}
      errors={back?.errors}
      typed={back?.fields}
      sent={back?.sent}
    />,
    back?.status,
  )
}

function mountAttributing(site: Site, app: AppContext): void {
  const own = paths.agency
  site.post(
    own.attributeTransfer.pattern,
    { power, audit: 'transfer.attribute' },
    async (page, actor) => {
      const { fields, visit } = page.var
      const id = idOf(page)
      const employerNumber = text(fields, 'adherent')
      const shares = listOf(fields['echeances'])
      const command = { transferId: id, version: versionOf(fields), employerNumber, shares }
      const done = await attempt(page, () => attributeTransfer(app, actor, command))
      if (done.ok) {
        const said = visit.words.receivedTransfers.attribute.done
        return redirect(page, own.receivedTransfer({ id }), said)
      }
      const errors = { '': done.sentence }
      return showTransfer(app, page, actor, employerNumber, {
        errors,
        fields,
        sent: 'attribuer',
        status: 409,
      })
    },
  )
}

function mountDeciding(site: Site, app: AppContext): void {
  const own = paths.agency
  site.post(own.keepTransfer.pattern, { power, audit: 'transfer.keep' }, async (page, actor) => {
    const { fields, visit } = page.var
    const { keep, refund } = visit.words.receivedTransfers
    const isRefund = text(fields, 'decision') === 'refunded'
    const missing = isRefund ? refund.reasonMissing : keep.reasonMissing
    const kinds = ['to_identify', 'to_refund', 'refunded', 'no_payment'] as const
    const form = parseForm(
      z.object({ decision: choice(kinds, keep.asMissing), raison: line(missing, missing, 200) }),
      fields,
    )
    const back = (errors: Mistakes, status: 409 | 422) =>
      showTransfer(app, page, actor, '', { errors, fields, sent: 'garder', status })
    if (!form.ok) return back(form.errors, 422)
    const id = idOf(page)
    const { decision, raison } = form.value
    const command = { transferId: id, version: versionOf(fields), as: decision, reason: raison }
    const done = await attempt(page, () => keepTransfer(app, actor, command))
    if (!done.ok) return back({ '': done.sentence }, 409)
    return redirect(page, own.receivedTransfer({ id }), keep.done)
  })
  site.post(
    own.takeBackTransfer.pattern,
    { power, audit: 'transfer.take_back' },
    async (page, actor) => {
      const { fields, visit } = page.var
      const said = visit.words.receivedTransfers.takeBack
      const schema = z.object({ raison: line(said.reasonMissing, said.reasonMissing, 200) })
      const form = parseForm(schema, fields)
      const back = (errors: Mistakes, status: 409 | 422) =>
        showTransfer(app, page, actor, '', { errors, fields, sent: 'reprendre', status })
      if (!form.ok) return back(form.errors, 422)
      const id = idOf(page)
      const command = { transferId: id, version: versionOf(fields), reason: form.value.raison }
      const done = await attempt(page, () => takeBackTransfer(app, actor, command))
      if (!done.ok) return back({ '': done.sentence }, 409)
      return redirect(page, own.receivedTransfer({ id }), said.done)
    },
  )
}

function listOf(value: Fields[string] | undefined): string[] {
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : [...value]
}
