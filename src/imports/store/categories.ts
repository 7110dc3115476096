import { sql } from 'kysely'
import { copyInto } from '../../platform/db/copy-into.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { KnownRow } from '../compare.ts'
import type { Values } from '../read-row.ts'

/** A row that is going in, with the company it is of. */
export interface OwnedValues {
  readonly employerId: string
  readonly values: Values
}

export function categoryKey(employerId: string, category: string): string {
  return `${employerId} ${category}`
}

/** The categories of these companies, by company and number. */
export async function findCategories(
  tx: Tx,
  employerIds: readonly string[],
  locked = false,
): Promise<Map<string, KnownRow>> {
  if (employerIds.length === 0) return new Map()
  let query = tx
    .selectFrom('employer_categories')
    .selectAll()
    .where(sql<boolean>`employer_id = any(${[...new Set(employerIds)]}::uuid[])`)
  if (locked) query = query.orderBy('employer_id').orderBy('category').forUpdate()
  const rows = await query.execute()
  return new Map(
    rows.map((row) => [
      categoryKey(row.employer_id, row.category),
      {
        id: categoryKey(row.employer_id, row.category),
        values: {
          category: row.category,
          label: row.label,
          product: row.product,
          employeeRate: String(row.employee_rate),
          employerRate: String(row.employer_rate),
          activeFrom: row.active_from,
          activeUntil: row.active_until,
        },
      },
    ]),
  )
}

export async function insertCategories(tx: Tx, rows: readonly OwnedValues[]): Promise<void> {
  await copyInto(
    tx,
    'employer_categories',
    [
      'employer_id',
      'category',
      'label',
      'product',
      'employee_rate',
      'employer_rate',
      'active_from',
      'active_until',
    ],
    rows.map(({ employerId, values }) => [
      employerId,
      values['category'] ?? '',
      values['label'] ?? '',
      values['product'] ?? '',
      Number(values['employeeRate']),
      Number(values['employerRate']),
      values['activeFrom'] ?? '',
      values['activeUntil'] ?? null,
    ]),
  )
}

export async function updateCategories(tx: Tx, rows: readonly OwnedValues[]): Promise<void> {
  const values = rows.map((row) => ({ ...row.values, employerId: row.employerId }))
  await sql`update employer_categories c set label = r.label, product = r.product, employee_rate = r."employeeRate",
      employer_rate = r."employerRate", active_from = r."activeFrom", active_until = r."activeUntil"
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r ("employerId" uuid, category text, label text,
      product text, "employeeRate" integer, "employerRate" integer, "activeFrom" date, "activeUntil" date)
    where c.employer_id = r."employerId" and c.category = r.category`.execute(tx)
}
