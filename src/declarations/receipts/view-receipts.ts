import type { CompanyActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { countReading } from '../../members/count-reading.ts'
import { listValues } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { templateCsv, templateXlsx } from '../checking/layouts/template.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { findSuccessor } from '../desk/store/successor.ts'
import { type Declaration, findContent, findDeclaration } from '../store/declarations.ts'
import { tellFile } from '../tell-file.ts'
import { listVersions } from '../revisions/store.ts'
import type { Workspace } from '../workspace.ts'
import { readFacts } from './read-facts.ts'
import { expectedBy, type ReceiptView } from './receipt.ts'
import { countReceipts, findReceipt, listReceipts, listYears, type ReceiptFilter } from './store.ts'

export interface ReceiptsView {
  readonly receipts: readonly Declaration[]
  readonly years: readonly number[]
  readonly categories: readonly string[]
  readonly filter: ReceiptFilter
  readonly page: number
  readonly pages: number
}

const perPage = 25

/** Every receipt of the mandate's categories, newest first, narrowed to a year or a category. */
export async function viewReceipts(
  app: AppContext,
  actor: CompanyActor,
  { year, category, page }: ReceiptFilter & { readonly page: number },
): Promise<ReceiptsView> {
  const { employerId } = actor
  return readInHand(app, actor, async (tx, { terms }) => {
    const own = terms.map((one) => one.category)
    const filter = { year, category: category !== null && own.includes(category) ? category : null }
    const categories = filter.category === null ? own : [filter.category]
    const count = await countReceipts(tx, employerId, { categories, year })
    const pages = Math.max(1, Math.ceil(count / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    const where = { limit: perPage, offset: (shown - 1) * perPage }
    return {
      receipts: await listReceipts(tx, employerId, { categories, year }, where),
      years: await listYears(tx, employerId, own),
      categories: own,
      filter,
      page: shown,
      pages,
    }
  })
}

/** One receipt, with the versions of the same period before and after it; the newcomers that it names count as read (quality AT59). */
export async function viewReceipt(
  app: AppContext,
  actor: CompanyActor,
  id: string,
): Promise<ReceiptView> {
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state !== 'sent' && declaration.state !== 'replaced')
      return refuse('web.not_found')
    const view = await readReceipt(tx, workspace, actor.employerId, declaration)
    await countReading(tx, actor, view.newcomers.people.length, app.clock.now())
    return view
  })
}

/** The same by its number, as it is printed. */
export async function viewReceiptNumbered(
  app: AppContext,
  actor: CompanyActor,
  number: string,
): Promise<ReceiptView> {
  const { employerId } = actor
  return readInHand(app, actor, async (tx, workspace) => {
    const wanted = { categories: workspace.terms.map(({ category }) => category), year: null }
    const declaration = await findReceipt(tx, employerId, wanted, number)
    if (!declaration) return refuse('web.not_found')
    return readReceipt(tx, workspace, employerId, declaration)
  })
}

async function readReceipt(
  tx: Tx,
  workspace: Workspace,
  employerId: string,
  declaration: Declaration,
): Promise<ReceiptView> {
  const current = await findSuccessor(tx, employerId, declaration)
  return {
    declaration,
    employerName: workspace.employerName,
    employerNumber: workspace.employerNumber,
    ...(await readFacts(tx, employerId, declaration)),
    paymentOption: (await getEmployer(tx, employerId)).paymentOption,
    versions: await listVersions(tx, employerId, declaration),
    openRevision: current?.state === 'checked' ? current.id : null,
    dueOn: expectedBy(declaration, await listValues(tx, 'declaration_due_days')),
  }
}

/** What was sent, to the byte: the hash on the receipt is its own. */
export async function readSentContent(
  app: AppContext,
  actor: CompanyActor,
  id: string,
): Promise<{ readonly name: string; readonly body: ReadableStream<Uint8Array> }> {
  const { content, name } = await readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    const isSent = declaration.state === 'sent' || declaration.state === 'replaced'
    const found = isSent ? await findContent(tx, actor.employerId, id) : undefined
    if (!found) return refuse('web.not_found')
    await tellFile(tx, app, actor, declaration)
    return { content: found, name: nameOfSent(declaration) }
  })
  const { body } = await app.files.download(content.sha256)
  return { name, body }
}

/** «declaration-R-2024T3-005839-01-000042.txt»: the receipt's number says the quarter, the company and the category. */
function nameOfSent({ receiptNumber, layout }: Declaration): string {
  const isTable = layout === templateCsv.id || layout === templateXlsx.id
  return `declaration-${receiptNumber ?? ''}.${isTable ? 'csv' : 'txt'}`
}

/** How many lines the declaration to revise has, so that a large one is checked aside. */
export async function countLinesOf(
  app: AppContext,
  actor: CompanyActor,
  id: string,
): Promise<number> {
  return readInHand(app, actor, async (tx, workspace) => {
    await getOwn(tx, actor, workspace, id)
    return (await findDeclaration(tx, actor.employerId, id))?.lines ?? 0
  })
}
