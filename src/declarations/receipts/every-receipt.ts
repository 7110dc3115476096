import type { Employer } from '../../employers/employer.ts'
import { listCategories } from '../../employers/store/employers.ts'
import { listValues } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { readFacts } from './read-facts.ts'
import { expectedBy, type ReceiptFacts } from './receipt.ts'
import { listReceipts } from './store.ts'

const atOnce = 100

/** The receipt of every declaration that a company sent, newest first, whoever holds a mandate today (product G7). */
export async function* everyReceipt(tx: Tx, employer: Employer): AsyncGenerator<ReceiptFacts> {
  const delays = await listValues(tx, 'declaration_due_days')
  const categories = (await listCategories(tx, employer.id)).map(({ category }) => category)
  for (let offset = 0; ; offset += atOnce) {
    const page = { limit: atOnce, offset }
    const some = await listReceipts(tx, employer.id, { categories, year: null }, page)
    for (const declaration of some) {
      yield {
        declaration,
        employerName: employer.name,
        employerNumber: employer.number,
        ...(await readFacts(tx, employer.id, declaration)),
        dueOn: expectedBy(declaration, delays),
      }
    }
    if (some.length < atOnce) return
  }
}
