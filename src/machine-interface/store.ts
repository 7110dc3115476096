import { sql } from 'kysely'
import type { KeyActor } from '../actors/actor.ts'
import type { Tx } from '../platform/db/database.ts'

export interface AskedOnce {
  readonly idempotencyKey: string
  readonly fingerprint: Buffer
}

export interface GivenAnswer {
  readonly status: number
  readonly body: unknown
}

export interface KeptRequest {
  readonly fingerprint: Buffer
  readonly begunAt: Date
  readonly answer: GivenAnswer | null
}

/** Takes the place of a request; false when there is one already. */
export async function beginRequest(
  tx: Tx,
  { id, employerId }: KeyActor,
  { idempotencyKey, fingerprint }: AskedOnce,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('machine_requests')
    .values({
      key_id: id,
      employer_id: employerId,
      idempotency_key: idempotencyKey,
      fingerprint,
      begun_at: at,
      status: null,
      answer: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key_id')
    .executeTakeFirst()
  return row !== undefined
}

function one(tx: Tx, { id, employerId }: KeyActor, idempotencyKey: string) {
  return tx
    .selectFrom('machine_requests')
    .select(['fingerprint', 'begun_at', 'status', 'answer'])
    .where('employer_id', '=', employerId)
    .where('key_id', '=', id)
    .where('idempotency_key', '=', idempotencyKey)
}

export async function findRequest(
  tx: Tx,
  actor: KeyActor,
  idempotencyKey: string,
): Promise<KeptRequest | undefined> {
  const row = await one(tx, actor, idempotencyKey).executeTakeFirst()
  return (
    row && {
      fingerprint: row.fingerprint,
      begunAt: row.begun_at,
      answer: row.status === null ? null : { status: row.status, body: row.answer },
    }
  )
}

/** Only to the request that began then: another may have taken its place. */
// oxlint-disable-next-line max-params -- the transaction, who, which request, and its answer
export async function saveAnswer(
  tx: Tx,
  { id, employerId }: KeyActor,
  { idempotencyKey, begunAt }: Pick<AskedOnce, 'idempotencyKey'> & { readonly begunAt: Date },
  { status, body }: GivenAnswer,
): Promise<void> {
  await tx
    .updateTable('machine_requests')
    .set({ status, answer: JSON.stringify(body) })
    .where('employer_id', '=', employerId)
    .where('key_id', '=', id)
    .where('idempotency_key', '=', idempotencyKey)
    .where('begun_at', '=', begunAt)
    .execute()
}

/** It came to nothing, or is too old: the same key may be used again. Only the one that began then. */
export async function forgetRequest(
  tx: Tx,
  { id, employerId }: KeyActor,
  idempotencyKey: string,
  begunAt: Date,
): Promise<void> {
  await tx
    .deleteFrom('machine_requests')
    .where('employer_id', '=', employerId)
    .where('key_id', '=', id)
    .where('idempotency_key', '=', idempotencyKey)
    .where('begun_at', '=', begunAt)
    .execute()
}

export async function forgetRequestsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('machine_requests').where('begun_at', '<', before).execute()
}

/** How many times this key was refused this, with this one, since the count of it began. */
export async function countRefusal(
  tx: Tx,
  { id, employerId, name }: KeyActor,
  refused: {
    readonly tried: string
    readonly code: string
    readonly details: object
    readonly at: Date
  },
): Promise<number> {
  const { tried, code, details, at } = refused
  const { times } = await tx
    .insertInto('machine_refusals')
    .values({
      key_id: id,
      employer_id: employerId,
      tried,
      code,
      details: JSON.stringify(details),
      actor_name: name,
      first_at: at,
      last_at: at,
      times: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(['key_id', 'tried', 'code']).doUpdateSet((counted) => ({
        times: sql<number>`machine_refusals.times + 1`,
        last_at: counted.ref('excluded.last_at'),
      })),
    )
    .returning('times')
    .executeTakeFirstOrThrow()
  return times
}

/** Counts that began before then, which end here; by company, so that two such transactions never wait for each other. */
export async function takeRefusalsBegunBefore(tx: Tx, before: Date) {
  const rows = await tx
    .deleteFrom('machine_refusals')
    .where('first_at', '<=', before)
    .returningAll()
    .execute()
  return rows
    .toSorted((one, other) => one.employer_id.localeCompare(other.employer_id))
    .map((row) => ({
      actor: {
        kind: 'key',
        id: row.key_id,
        name: row.actor_name,
        employerId: row.employer_id,
        scopes: [],
      } satisfies KeyActor,
      tried: row.tried,
      details: row.details,
      firstAt: row.first_at,
      lastAt: row.last_at,
      times: row.times,
    }))
}
