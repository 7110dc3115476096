import { sql } from 'kysely'
import type { KeyScope } from '../../../actors/actor.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { KeyService } from '../../tables.ts'
import type { MachineKey } from '../machine-key.ts'

export interface KeyToInsert {
  readonly id: string
  readonly service: KeyService
  readonly scopes: readonly KeyScope[]
  readonly categories: readonly string[]
  readonly name: string
  readonly addresses: readonly string[]
  readonly secretHash: Buffer
  readonly secretStart: string
  readonly madeBy: { readonly id: string; readonly name: string }
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function insertKey(tx: Tx, employerId: string, key: KeyToInsert): Promise<boolean> {
  const made = await tx
    .insertInto('machine_keys')
    .values({
      id: key.id,
      employer_id: employerId,
      service: key.service,
      scopes: [...key.scopes],
      name: key.name,
      addresses: [...key.addresses],
      secret_hash: key.secretHash,
      secret_start: key.secretStart,
      made_by: key.madeBy.id,
      made_by_name: key.madeBy.name,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      warned_at: null,
      last_used_at: null,
      last_refused_at: null,
      revoked_at: null,
      window_started_at: null,
    })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  for (const category of key.categories) {
    await tx
      .insertInto('machine_key_categories')
      .values({ key_id: key.id, employer_id: employerId, category })
      .execute()
  }
  return true
}

/** The keys of a company are counted and made one after the other. */
export async function lockKeys(tx: Tx, employerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`machine keys ${employerId}`}, 0))`.execute(
    tx,
  )
}

export async function countKeysInForce(tx: Tx, employerId: string, now: Date): Promise<number> {
  const row = await tx
    .selectFrom('machine_keys')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Those in force first, then the newest; what ended long ago is in the trail. */
export async function listKeys(
  tx: Tx,
  employerId: string,
  now: Date,
  limit: number,
): Promise<MachineKey[]> {
  const rows = await ofCompany(tx, employerId)
    .orderBy(sql`revoked_at is null and expires_at > ${now}`, 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(keyFrom)
}

export async function findKey(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<MachineKey | undefined> {
  const row = await ofCompany(tx, employerId).where('machine_keys.id', '=', id).executeTakeFirst()
  return row && keyFrom(row)
}

function ofCompany(tx: Tx, employerId: string) {
  return tx
    .selectFrom('machine_keys')
    .select((select) => [
      'id',
      'service',
      'scopes',
      'name',
      'addresses',
      'secret_start',
      'made_by_name',
      'created_at',
      'expires_at',
      'last_used_at',
      'last_refused_at',
      'revoked_at',
      'revoked_by',
      sql<string[]>`array(select category from machine_key_categories
        where key_id = machine_keys.id order by category)`.as('categories'),
      sql<boolean>`not exists (select from delegates
          where delegates.id = machine_keys.made_by and delegates.state = 'active')
        or not exists (select from subscribed_services s where s.employer_id = machine_keys.employer_id
          and s.service = ${teleservice(select.ref('service'))})`.as('is_suspended'),
    ])
    .where('employer_id', '=', employerId)
}

/** The name under which the company subscribes to the service of a key. */
function teleservice(service: unknown) {
  return sql`case when ${service} = 'declaration_internal' then 'declaration' else ${service} end`
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof ofCompany>['executeTakeFirstOrThrow']>>

function keyFrom(row: KeyRow): MachineKey {
  return {
    id: row.id,
    service: row.service,
    scopes: row.scopes,
    categories: row.categories,
    name: row.name,
    addresses: row.addresses,
    secretStart: row.secret_start,
    madeBy: row.made_by_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    lastRefusedAt: row.last_refused_at,
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by,
    isSuspended: row.is_suspended,
  }
}

/** One key, or without any all that the company has left; gives those that were in force. */
export async function revokeKeys(
  tx: Tx,
  employerId: string,
  which: string | null,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx
    .updateTable('machine_keys')
    .set({ revoked_at: at, revoked_by: by })
    .where('employer_id', '=', employerId)
    .where('revoked_at', 'is', null)
    .$if(which !== null, (query) => query.where('id', '=', which ?? ''))
    .returning(['id', 'name'])
    .execute()
}

/** What a key may declare, while it stands: of the company in hand. */
export async function findKeyCategories(
  tx: Tx,
  employerId: string,
  keyId: string,
  now: Date,
): Promise<string[] | undefined> {
  const row = await ofCompany(tx, employerId)
    .where('machine_keys.id', '=', keyId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && !row.is_suspended ? row.categories : undefined
}
