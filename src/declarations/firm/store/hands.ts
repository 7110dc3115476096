import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Hands } from '../prepared.ts'

interface HandsRow {
  readonly id: string
  readonly uploaded_by: string
  readonly uploaded_at: Date
  readonly changes: readonly (readonly [string, string])[] | null
}

/** Who worked on each of these declarations, by identifier. */
export async function listHands(tx: Tx, ids: readonly string[]): Promise<Map<string, Hands>> {
  const { rows } = await sql<HandsRow>`
    select d.id, d.uploaded_by, d.uploaded_at,
      (select json_agg(json_build_array(hand.worked_by, hand.worked_at)) from declaration_hands hand
        where hand.declaration_id = d.id) as changes
    from declarations d where d.id = any(${ids})`.execute(tx)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        prepared: { by: row.uploaded_by, at: row.uploaded_at },
        changes: (row.changes ?? []).map(([by, at]) => ({ by, at: new Date(at) })),
      },
    ]),
  )
}

/** People and keys of a company, with their firm if they are of one. */
export interface NamedHand {
  readonly id: string
  readonly name: string
  readonly firmId: string | null
}

/** Those of them whom the company may see. */
export async function listNamed(tx: Tx, ids: readonly string[]): Promise<NamedHand[]> {
  const { rows } = await sql<NamedHand>`
    select id, first_name || ' ' || last_name as name, firm_id as "firmId" from profiles where id = any(${ids})
    union all select id, name, null from machine_keys where id = any(${ids})`.execute(tx)
  return rows
}
