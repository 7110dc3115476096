import { sql } from 'kysely'
import type { KeyActor, KeyScope } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { KeyService } from '../tables.ts'
import type { MachineKey } from './machine-key.ts'

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

export interface ShownKey {
  readonly id: string
  readonly employerId: string
  readonly name: string
  readonly madeBy: string
  readonly scopes: readonly KeyScope[]
  readonly addresses: readonly string[]
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
  readonly isSuspended: boolean
  readonly employerName: string
  readonly employerNumber: string
  /** In the minute that began then. */
  readonly requests: number
  readonly minuteBeganAt: Date
}

interface ShownRow {
  id: string
  employer_id: string
  name: string
  made_by_name: string
  scopes: KeyScope[]
  addresses: string[]
  expires_at: Date
  revoked_at: Date | null
  last_used_at: Date | null
  is_suspended: boolean
  employer_name: string
  employer_number: string
  window_requests: number
  window_started_at: Date
}

const isOver = `coalesce(k.window_started_at <= $2::timestamptz - interval '1 minute', true)`
const show = `
  update machine_keys k set window_requests = case when ${isOver} then 1 else k.window_requests + 1 end,
    window_started_at = case when ${isOver} then $2::timestamptz else k.window_started_at end
  from employers e
  where k.secret_hash = $1 and e.id = k.employer_id
  returning k.id, k.employer_id, k.name, k.made_by_name, k.scopes, k.addresses, k.expires_at, k.revoked_at,
    k.last_used_at, e.name as employer_name, e.employer_number, k.window_requests, k.window_started_at,
    (e.state <> 'active'
      or not exists (select from delegates d where d.id = k.made_by and d.state = 'active')
      or not exists (select from subscribed_services s where s.employer_id = k.employer_id
        and s.service = case k.service when 'declaration_internal' then 'declaration' else k.service end)) as is_suspended`

/** The key of this secret, as it is shown with a request; counts the request. */
export async function showKey(
  tx: Tx,
  secretHash: Buffer,
  now: Date,
): Promise<ShownKey | undefined> {
  const [row] = await tx.named<ShownRow>('machine_key_shown', show, [secretHash, now])
  return (
    row && {
      id: row.id,
      employerId: row.employer_id,
      name: row.name,
      madeBy: row.made_by_name,
      scopes: row.scopes,
      addresses: row.addresses,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      lastUsedAt: row.last_used_at,
      isSuspended: row.is_suspended,
      employerName: row.employer_name,
      employerNumber: row.employer_number,
      requests: row.window_requests,
      minuteBeganAt: row.window_started_at,
    }
  )
}

/** When it last got in, or was last kept out. */
// oxlint-disable-next-line max-params -- the transaction, of which key, which of the two, and when
export async function servedOrRefused(
  tx: Tx,
  { id, employerId }: Pick<KeyActor, 'id' | 'employerId'>,
  which: 'last_used_at' | 'last_refused_at',
  at: Date,
): Promise<void> {
  await tx
    .updateTable('machine_keys')
    .set({ [which]: at })
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
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

export interface KeyToWarn {
  readonly id: string
  readonly name: string
  readonly expiresAt: Date
  readonly employerId: string
  readonly employerName: string
  readonly delegate: {
    readonly name: string
    readonly email: string
    readonly language: 'fr' | 'ar'
  }
}

/** Keys that end before then, of which nobody was told yet; marked, so that they are told once. */
export async function takeKeysToWarn(
  tx: Tx,
  { now, endsBefore }: { readonly now: Date; readonly endsBefore: Date },
): Promise<KeyToWarn[]> {
  const { rows } = await sql<{
    id: string
    name: string
    expires_at: Date
    employer_id: string
    employer_name: string
    first_name: string
    last_name: string
    email: string
    language: 'fr' | 'ar'
  }>`update machine_keys k set warned_at = ${now} from employers e, delegates d
    where e.id = k.employer_id and e.state = 'active' and d.employer_id = e.id and d.state = 'active'
      and k.revoked_at is null and k.warned_at is null and k.expires_at > ${now} and k.expires_at <= ${endsBefore}
    returning k.id, k.name, k.expires_at, k.employer_id, e.name as employer_name, d.first_name, d.last_name,
      d.email, d.language`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    expiresAt: row.expires_at,
    employerId: row.employer_id,
    employerName: row.employer_name,
    delegate: {
      name: `${row.first_name} ${row.last_name}`,
      email: row.email,
      language: row.language,
    },
  }))
}
