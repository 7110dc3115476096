import type { AppContext } from '../../context.ts'
import { answerFile, answerStream } from '../../web/answer-file.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { runRevision } from '../revisions/start-revision.ts'
import { ReceiptPage } from './pages/receipt.tsx'
import { ReceiptsPage } from './pages/receipts.tsx'
import { printedReceipt } from './printed-receipt.ts'
import { countLinesOf, readSentContent, viewReceipt, viewReceipts } from './view-receipts.ts'

/** What was sent, kept: the list, one receipt, the same on paper; and the way to correct it (product D7, D8). */
export function mountReceipts(site: Site, app: AppContext): void {
  mountKept(site, app)
  const { receipt, revise, check } = paths.declarations
  site.get(
    receipt.pattern,
    { power: 'declarations.read', audit: 'receipt.view' },
    async (page, actor) =>
      show(page, <ReceiptPage view={await viewReceipt(app, actor, idOf(page))} />),
  )
  site.post(
    revise.pattern,
    { power: 'declarations.send', audit: 'declaration.start_revision' },
    async (page, actor) => {
      const declarationId = idOf(page)
      const lines = await countLinesOf(app, actor, declarationId)
      const done = await attempt(page, () => runRevision(app, { actor, declarationId }, lines))
      if (done.ok) return redirect(page, check({ id: done.value }))
      const view = await viewReceipt(app, actor, declarationId)
      return show(page, <ReceiptPage view={view} errors={{ '': done.sentence }} />, 409)
    },
  )
}

function mountKept(site: Site, app: AppContext): void {
  const { receipts, receiptPdf, sentContent } = paths.declarations
  site.get(
    receipts.pattern,
    { power: 'declarations.read', audit: 'receipts.list' },
    async (page, actor) =>
      show(page, <ReceiptsPage view={await viewReceipts(app, actor, wanted(page))} />),
  )
  site.get(
    receiptPdf.pattern,
    { power: 'declarations.read', audit: 'receipt.download', heavy: true },
    async (page, actor) => {
      const facts = await viewReceipt(app, actor, idOf(page))
      const { fund } = app.config
      const body = await app.pdf.render(printedReceipt(facts, fund, page.var.visit.language))
      const name = `${facts.declaration.receiptNumber}.pdf`
      return answerFile(page, { name, type: 'application/pdf', body })
    },
  )
  site.get(
    sentContent.pattern,
    { power: 'declarations.read', audit: 'receipt.content', heavy: true },
    async (page, actor) => {
      const { name, body } = await readSentContent(app, actor, idOf(page))
      const end = () => undefined
      return answerStream(page, { name, type: 'application/octet-stream', body, end })
    },
  )
}

/** What the list is narrowed to, from the address; what cannot be read narrows nothing. */
function wanted(page: Page) {
  const year = /^\d{4}$/.exec(page.req.query('annee') ?? '')
  const at = /^\d{1,4}$/.exec(page.req.query('page') ?? '')
  return {
    year: year ? Number(year[0]) : null,
    category: page.req.query('categorie') || null,
    page: at ? Number(at[0]) : 1,
  }
}
