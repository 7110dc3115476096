import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { answerFile } from '../../web/answer-file.ts'
import { type Fields, line, type Mistakes, parseForm, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { drawUpTransfer } from './draw-up-transfer.ts'
import { TransferOrderPage } from './pages/transfer-order.tsx'
import { TransfersPage } from './pages/transfers.tsx'
import { anywayField, knownPrinted, listOf } from './printed-beside.ts'
import { printedTransfer } from './printed-transfer.ts'
import {
  readTransfer,
  readTransferOrder,
  readTransfers,
  type TransfersView,
} from './read-transfers.ts'
import { withdrawTransfer } from './withdraw-transfer.ts'

const power = 'account.read'

/** «Ordre de virement» of «Compte Adhérent» (product C6). */
export function mountTransfers(site: Site, app: AppContext): void {
  const { transfers, transferPdf } = paths.employerAccount
  site.get(transfers.pattern, { power, audit: 'transfers.list' }, (page, actor) =>
    showTransfers(page, app, actor),
  )
  site.post(transfers.pattern, { power, audit: 'transfer_order.draw_up' }, async (page, actor) => {
    const { fields, visit } = page.var
    const own = visit.words.ledger.transfers
    const shares = listOf(fields['echeances'])
    const account = text(fields, 'compte')
    const promised = listOf(fields['promises'])
    const knowingly = text(fields, anywayField) === 'on'
    const isNothing = shares.length + promised.length === 0
    const errors: Mistakes = {
      ...(isNothing ? { echeances: own.chooseOne } : {}),
      ...(promised.length > 0 && !knowingly ? { [anywayField]: own.promised.confirm } : {}),
      ...(account === 'autre' || isRowId(account) ? {} : { compte: own.chooseAccount }),
    }
    if (Object.keys(errors).length > 0) return showTransfers(page, app, actor, { errors, fields })
    const command = {
      id: keyOf(fields),
      shares,
      promised,
      knowingly,
      known: knownPrinted(fields),
      bankAccountId: account === 'autre' ? null : account,
    }
    const done = await attempt(page, () => drawUpTransfer(app, actor, command))
    if (done.ok) return redirect(page, transfers(), own.done)
    const at = done.refusal.code === 'transfers.printed_meanwhile' ? anywayField : ''
    return showTransfers(page, app, actor, {
      errors: { [at]: done.sentence },
      fields,
      status: 409,
    })
  })
  mountTransferOrder(site, app)
  site.get(
    transferPdf.pattern,
    { power, audit: 'transfer_order.print', heavy: true },
    async (page, actor) => {
      const facts = await readTransfer(app, actor, idOf(page))
      const document = printedTransfer(facts, app.config.fund, page.var.visit.language)
      const body = await app.pdf.render(document)
      return answerFile(page, {
        name: `${facts.order.reference}.pdf`,
        type: 'application/pdf',
        body,
      })
    },
  )
}

/** One printed order, and its withdrawal. */
function mountTransferOrder(site: Site, app: AppContext): void {
  const { transferOrder, withdrawTransfer: withdrawal } = paths.employerAccount
  site.get(transferOrder.pattern, { power, audit: 'transfer_order.view' }, async (page, actor) =>
    show(page, <TransferOrderPage view={await readTransferOrder(app, actor, idOf(page))} />),
  )
  site.post(
    withdrawal.pattern,
    { power, audit: 'transfer_order.withdraw' },
    async (page, actor) => {
      const id = idOf(page)
      const own = page.var.visit.words.ledger.transfers.withdrawal
      const missing = own.reasonMissing
      const form = parseForm(z.object({ raison: line(missing, missing, 200) }), page.var.fields)
      const again = async (errors: Mistakes, status: 409 | 422) => {
        const view = await readTransferOrder(app, actor, id)
        const typed = page.var.fields
        return show(page, <TransferOrderPage {...{ view, errors, typed }} />, status)
      }
      if (!form.ok) return again(form.errors, 422)
      const command = { id, reason: form.value.raison }
      const done = await attempt(page, () => withdrawTransfer(app, actor, command))
      if (!done.ok) return again({ '': done.sentence }, 409)
      return redirect(page, transferOrder({ id }), own.done)
    },
  )
}

interface SentBack {
  readonly errors: Mistakes
  readonly fields: Fields
  readonly status?: 409
}

async function showTransfers(page: Page, app: AppContext, actor: EmployedActor, back?: SentBack) {
  const view = await readTransfers(app, actor)
  const errors = back && atTheirGroup(back.errors, view)
  return show(
    page,
    <TransfersPage
      view={view}
      hasFundAccount={app.config.creditorRib !== null}
      formKey={back ? keyOf(back.fields) : randomUUID()}
      errors={errors}
      typed={back?.fields}
    />,
    back ? (back.status ?? 422) : 200,
  )
}

/** «Choose one» is said at the only group there is, when an order in progress covers everything. */
function atTheirGroup({ echeances, ...others }: Mistakes, { open }: TransfersView): Mistakes {
  if (echeances === undefined) return others
  return { ...others, [open.free.length > 0 ? 'echeances' : 'promises']: echeances }
}

/** The key that the form was shown with; one of our own when it has none. */
function keyOf(fields: Fields): string {
  const typed = text(fields, 'cle')
  return isRowId(typed) ? typed : randomUUID()
}
