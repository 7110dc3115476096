import type { Tx } from '../../platform/db/database.ts'
import { columns, type Declaration, declarationFrom } from '../store/declarations.ts'

/** What the list is narrowed to. */
export interface ReceiptFilter {
  readonly year: number | null
  readonly category: string | null
}

interface Wanted {
  readonly categories: readonly string[]
  readonly year: number | null
}

export async function listReceipts(
  tx: Tx,
  employerId: string,
  wanted: Wanted,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Declaration[]> {
  if (wanted.categories.length === 0) return []
  const rows = await receiptsOf(tx, employerId, wanted)
    .select(columns)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(declarationFrom)
}

/** The declaration of a receipt, among some categories. */
export async function findReceipt(
  tx: Tx,
  employerId: string,
  wanted: Wanted,
  number: string,
): Promise<Declaration | undefined> {
  if (wanted.categories.length === 0) return undefined
  const row = await receiptsOf(tx, employerId, wanted)
    .select(columns)
    .where('receipt_number', '=', number)
    .executeTakeFirst()
  return row && declarationFrom(row)
}

export async function countReceipts(tx: Tx, employerId: string, wanted: Wanted): Promise<number> {
  if (wanted.categories.length === 0) return 0
  const row = await receiptsOf(tx, employerId, wanted)
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The years that have a receipt, newest first. */
export async function listYears(
  tx: Tx,
  employerId: string,
  categories: readonly string[],
): Promise<number[]> {
  if (categories.length === 0) return []
  const rows = await receiptsOf(tx, employerId, { categories, year: null })
    .select('year')
    .distinct()
    .orderBy('year', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ year }) => year)
}

function receiptsOf(tx: Tx, employerId: string, { categories, year }: Wanted) {
  const own = tx
    .selectFrom('declarations')
    .where('employer_id', '=', employerId)
    .where('category', 'in', [...categories])
    .where('state', 'in', ['sent', 'replaced'])
  return year === null ? own : own.where('year', '=', year)
}
