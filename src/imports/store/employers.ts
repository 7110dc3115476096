import { sql } from 'kysely'
import { copyInto } from '../../platform/db/copy-into.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { KnownRow } from '../compare.ts'
import type { Values } from '../read-row.ts'

export interface KnownEmployer extends KnownRow {
  readonly number: string
  readonly name: string
  readonly isClosed: boolean
}

/** The companies of these numbers. Locked, nobody changes them before the transaction ends. */
export async function findEmployers(
  tx: Tx,
  numbers: readonly string[],
  locked = false,
): Promise<Map<string, KnownEmployer>> {
  if (numbers.length === 0) return new Map()
  let query = tx
    .selectFrom('employers')
    .select(['id', 'employer_number', 'name', 'ice', 'address', 'city', 'phone', 'email'])
    .select(['state', 'joined_on'])
    .where(sql<boolean>`employer_number = any(${[...new Set(numbers)]}::text[])`)
  if (locked) query = query.orderBy('employer_number').forUpdate()
  const rows = await query.execute()
  return new Map(
    rows.map((row) => [
      row.employer_number,
      {
        id: row.id,
        number: row.employer_number,
        name: row.name,
        isClosed: row.state === 'closed',
        values: {
          employerNumber: row.employer_number,
          name: row.name,
          joinedOn: row.joined_on,
          ice: row.ice,
          address: row.address || null,
          city: row.city || null,
          phone: row.phone || null,
          email: row.email || null,
          state: row.state,
        },
      },
    ]),
  )
}

export async function insertEmployers(tx: Tx, rows: readonly Values[]): Promise<void> {
  await copyInto(
    tx,
    'employers',
    ['employer_number', 'name', 'joined_on', 'ice', 'address', 'city', 'phone', 'email', 'state'],
    rows.map((row) => [
      row['employerNumber'] ?? '',
      row['name'] ?? '',
      row['joinedOn'] ?? '',
      row['ice'] ?? null,
      row['address'] ?? '',
      row['city'] ?? '',
      row['phone'] ?? '',
      row['email'] ?? '',
      row['state'] ?? 'active',
    ]),
  )
}

/** Each row whole, as it will be: what the import does not give was read under the same lock. */
export async function updateEmployers(tx: Tx, rows: readonly KnownRow[]): Promise<void> {
  const values = rows.map((row) => ({ ...row.values, id: row.id }))
  await sql`update employers e set name = r."name", joined_on = r."joinedOn", ice = r.ice,
      address = coalesce(r.address, ''), city = coalesce(r.city, ''), phone = coalesce(r.phone, ''),
      email = coalesce(r.email, ''), state = r.state, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r (id uuid, "name" text, "joinedOn" date, ice text,
      address text, city text, phone text, email text, state text)
    where e.id = r.id`.execute(tx)
}
