import { everyReceipt } from '../../declarations/receipts/every-receipt.ts'
import { printedReceipt } from '../../declarations/receipts/printed-receipt.ts'
import { createPdfRenderer } from '../../platform/pdf/render-pdf.ts'
import type { ZipEntry } from '../../platform/zip/zip-stream.ts'
import type { Contents, Sources } from './archive-entries.ts'
import { once } from './sums.ts'

/** The receipt of every declaration that was sent, printed as the company would print it, in French (product D7). */
export async function* receiptEntries(
  { app, tx, employer }: Sources,
  contents: Contents,
): AsyncGenerator<ZipEntry> {
  const press = createPdfRenderer()
  for await (const facts of everyReceipt(tx, employer)) {
    const body = await press.render(printedReceipt(facts, app.config.fund, 'fr'))
    contents.receipts += 1
    yield { name: `receipts/${facts.declaration.receiptNumber}.pdf`, content: once(body) }
  }
}
