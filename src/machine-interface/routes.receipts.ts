import { printedReceipt } from '../declarations/receipts/printed-receipt.ts'
import { viewReceiptNumbered, viewReceipts } from '../declarations/receipts/view-receipts.ts'
import { answerFile } from '../web/answer-file.ts'
import { paths } from '../web/paths.ts'
import type { MachineSite } from './machine-site.ts'
import * as schemas from './schemas.ts'
import { tellListed, tellReceipt } from './tell-receipt.ts'

/** Receipts of the key's categories: the list, one, the same on paper. */
export function mountReceiptReading(site: MachineSite): void {
  const list = {
    method: 'GET',
    pattern: paths.api.receipts.pattern,
    power: 'machine.receipts',
    audit: 'machine.receipts',
    query: schemas.receiptsQuery,
    answers: { 200: schemas.receipts },
  } as const
  site.add(list, async ({ app, page, actor, query }) => {
    const { category = null } = query
    const wanted = { year: query.year ? Number(query.year) : null, category }
    const asked = Number(query.page ?? 1)
    const view = await viewReceipts(app, actor, { ...wanted, page: asked })
    const isOwn = category === null || view.categories.includes(category)
    const receipts = isOwn && asked === view.page ? view.receipts.map(tellListed) : []
    const next = new URLSearchParams({
      ...(query.year ? { year: query.year } : {}),
      ...(category ? { category } : {}),
      page: String(asked + 1),
    })
    const hasNext = isOwn && asked < view.pages
    return page.json({ receipts, next: hasNext ? `${paths.api.receipts()}?${next}` : null })
  })
  const one = {
    method: 'GET',
    pattern: paths.api.receipt.pattern,
    power: 'machine.receipts',
    audit: 'machine.receipt',
    query: schemas.noQuery,
    answers: { 200: schemas.receipt },
  } as const
  site.add(one, async ({ app, page, actor }) =>
    page.json(tellReceipt(await viewReceiptNumbered(app, actor, page.req.param('number') ?? ''))),
  )
  const pdf = {
    ...one,
    pattern: paths.api.receiptPdf.pattern,
    audit: 'machine.receipt_pdf',
    answers: { 200: 'application/pdf' },
  } as const
  site.add(pdf, async ({ app, page, actor, language }) => {
    const facts = await viewReceiptNumbered(app, actor, page.req.param('number') ?? '')
    const body = await app.pdf.render(printedReceipt(facts, app.config.fund, language))
    const name = `${facts.declaration.receiptNumber}.pdf`
    return answerFile(page, { name, type: 'application/pdf', body })
  })
}
