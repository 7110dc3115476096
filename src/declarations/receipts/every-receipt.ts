import type { LocalDate } from '../../calendar/index.ts'
import type { Employer } from '../../employers/employer.ts'
import { listCategories } from '../../employers/store/employers.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { declarationDueOn } from '../declaration.ts'
import { findContent, findName } from '../store/declarations.ts'
import type { ReceiptFacts } from './receipt.ts'
import { listReceipts } from './store.ts'

const atOnce = 100

/** The receipt of every declaration that a company sent, newest first, whoever holds a mandate today (product G7). */
export async function* everyReceipt(
  tx: Tx,
  employer: Employer,
  today: LocalDate,
): AsyncGenerator<ReceiptFacts> {
  const allowedDays = await getParameter(tx, 'declaration_due_days', today)
  const categories = (await listCategories(tx, employer.id)).map(({ category }) => category)
  for (let offset = 0; ; offset += atOnce) {
    const page = { limit: atOnce, offset }
    const some = await listReceipts(tx, employer.id, { categories, year: null }, page)
    for (const declaration of some) {
      const content = await findContent(tx, employer.id, declaration.id)
      yield {
        declaration,
        employerName: employer.name,
        employerNumber: employer.number,
        sentBy: declaration.sentBy ? await findName(tx, declaration.sentBy) : '',
        contentSha256: content?.sha256 ?? null,
        dueOn: declarationDueOn(declaration.quarter, allowedDays),
      }
    }
    if (some.length < atOnce) return
  }
}
