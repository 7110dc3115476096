import { todayIn } from '../../calendar/index.ts'
import { declarationDueOn } from '../../declarations/declaration.ts'
import { listReceipts } from '../../declarations/receipts/store.ts'
import { printedReceipt } from '../../declarations/receipts/printed-receipt.ts'
import { type Declaration, findContent, findName } from '../../declarations/store/declarations.ts'
import { listCategories } from '../../employers/store/employers.ts'
import { getParameter } from '../../parameters/parameters.ts'
import { createPdfRenderer } from '../../platform/pdf/render-pdf.ts'
import type { ZipEntry } from '../../platform/zip/zip-stream.ts'
import type { Contents, Sources } from './archive-entries.ts'
import { once } from './sums.ts'

const atOnce = 100

/** The receipt of every declaration that was sent, printed as the company would print it, in French (product D7). */
export async function* receiptEntries(
  sources: Sources,
  contents: Contents,
): AsyncGenerator<ZipEntry> {
  const { tx, employer } = sources
  const categories = (await listCategories(tx, employer.id)).map(({ category }) => category)
  const press = createPdfRenderer()
  for (let offset = 0; ; offset += atOnce) {
    const page = { limit: atOnce, offset }
    const some = await listReceipts(tx, employer.id, { categories, year: null }, page)
    for (const declaration of some) {
      const facts = await factsOf(sources, declaration)
      const body = await press.render(printedReceipt(facts, sources.app.config.fund, 'fr'))
      contents.receipts += 1
      yield { name: `receipts/${declaration.receiptNumber}.pdf`, content: once(body) }
    }
    if (some.length < atOnce) return
  }
}

async function factsOf({ app, tx, employer }: Sources, declaration: Declaration) {
  const allowedDays = await getParameter(tx, 'declaration_due_days', todayIn(app.clock))
  const content = await findContent(tx, employer.id, declaration.id)
  return {
    declaration,
    employerName: employer.name,
    employerNumber: employer.number,
    sentBy: declaration.sentBy ? await findName(tx, declaration.sentBy) : '',
    contentSha256: content?.sha256 ?? null,
    dueOn: declarationDueOn(declaration.quarter, allowedDays),
  }
}
