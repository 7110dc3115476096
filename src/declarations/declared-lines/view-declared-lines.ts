import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { firstDay, type LocalDate } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { findEntry } from '../../ledger/store/read-entries.ts'
import { countReading } from '../../members/count-reading.ts'
import { datedValueOn } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { readPublishedRates } from '../published-rates.ts'
import { type Declaration, findDeclaration, listTerms } from '../store/declarations.ts'
import {
  type AppliedRates,
  type DeclaredMember,
  listAppliedRates,
  listDeclaredMembers,
} from './store.ts'

/** Where a rate comes from: the published table in force that day, or the category's own terms. */
export type RateSource =
  | { readonly from: 'table'; readonly source: string; readonly since: LocalDate }
  | { readonly from: 'category' | 'not_published' }

export interface DeclaredLinesView {
  readonly entryNumber: bigint
  readonly declaration: Declaration
  readonly members: readonly DeclaredMember[]
  readonly rates: readonly (AppliedRates & { readonly source: RateSource })[]
  readonly page: number
  readonly pages: number
}

const perPage = 50

/** What a ledger line is made of: the members of its declaration, rule, rate in force and source (product C3). */
export function viewDeclaredLines(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { number, page }: { readonly number: bigint; readonly page: number },
): Promise<DeclaredLinesView> {
  const { employerId } = actor
  const now = app.clock.now()
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const declaration = await declarationOf(tx, employerId, number)
    const of = { employerId, declarationId: declaration.id, category: declaration.category }
    const pages = Math.max(1, Math.ceil(declaration.acceptedLines / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    const offset = (shown - 1) * perPage
    await countReading(tx, actor, Math.min(perPage, declaration.acceptedLines - offset), now)
    await record(tx, actor, now, {
      action: 'members.declared_viewed',
      subject: { kind: 'declaration', id: declaration.id },
      details: { receipt: declaration.receiptNumber ?? '' },
    })
    return {
      entryNumber: number,
      declaration,
      members: await listDeclaredMembers(tx, of, { limit: perPage, offset }),
      rates: await withSources(tx, employerId, declaration),
      page: shown,
      pages,
    }
  })
}

/** The declaration that an entry posts; any other entry has no lines. */
async function declarationOf(tx: Tx, employerId: string, number: bigint): Promise<Declaration> {
  const entry = await findEntry(tx, employerId, number)
  if (entry?.kind !== 'declaration' || !isRowId(entry.cause.id)) return refuse('web.not_found')
  return (await findDeclaration(tx, employerId, entry.cause.id)) ?? refuse('web.not_found')
}

async function withSources(
  tx: Tx,
  employerId: string,
  { id: declarationId, category, quarter }: Declaration,
): Promise<DeclaredLinesView['rates']> {
  const rates = await listAppliedRates(tx, { employerId, declarationId })
  const [terms] = await listTerms(tx, employerId, [category])
  const tables = (await readPublishedRates(tx))[terms?.product ?? '']
  const table = tables && datedValueOn(tables, firstDay(quarter))
  return rates.map((one): DeclaredLinesView['rates'][number] => {
    if (!table) return { ...one, source: { from: 'category' } }
    const isPublished = table.value.some(
      (pair) => pair.employee === one.employeeRate && pair.employer === one.employerRate,
    )
    const { source = '', validFrom: since } = table
    return {
      ...one,
      source: isPublished ? { from: 'table', source, since } : { from: 'not_published' },
    }
  })
}
