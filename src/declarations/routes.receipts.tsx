import type { AppContext } from '../context.ts'
import { answerFile } from '../web/answer-file.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { show, type Site } from '../web/site.ts'
import { ReceiptPage, ReceiptsPage } from './pages/receipts.tsx'
import { printedReceipt } from './printed-receipt.ts'
import { viewReceipt, viewReceipts } from './view-receipts.ts'

/** What was sent, kept: the list, one receipt, the same on paper (product D7). */
export function mountReceipts(site: Site, app: AppContext): void {
  const { receipts, receipt, receiptPdf } = paths.declarations
  site.get(
    receipts.pattern,
    { power: 'declarations.read', audit: 'receipts.list' },
    async (page, actor) =>
      show(page, <ReceiptsPage declarations={await viewReceipts(app, actor)} />),
  )
  site.get(
    receipt.pattern,
    { power: 'declarations.read', audit: 'receipt.view' },
    async (page, actor) =>
      show(page, <ReceiptPage view={await viewReceipt(app, actor, idOf(page))} />),
  )
  site.get(
    receiptPdf.pattern,
    { power: 'declarations.read', audit: 'receipt.download' },
    async (page, actor) => {
      const facts = await viewReceipt(app, actor, idOf(page))
      const body = await app.pdf.render(
        printedReceipt(facts, app.config.fund, page.var.visit.language),
      )
      return answerFile(page, {
        name: `${facts.declaration.receiptNumber}.pdf`,
        type: 'application/pdf',
        body,
      })
    },
  )
}
