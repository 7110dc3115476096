import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

interface Declared {
  readonly employerId: string
  readonly category: string
  /** A query that gives the declared lines (`declared-members.ts`). */
  readonly lines: RawBuilder<unknown>
}

/** Memberships of whom the fund has no identity document, by the number that a declaration names them with. */
export async function listUnidentified(
  tx: Tx,
  { employerId, category, lines }: Declared,
  most: number | null = null,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    select known.id, known.member_number as number from memberships known
    where known.employer_id = ${employerId} and known.category = ${category} and known.state <> 'merged'
      and known.identity_sealed is null and known.member_number in (select member_number from (${lines}) as line)
    limit ${most}::integer`.execute(tx)
  return new Map(rows.map(({ id, number }) => [number, id]))
}

export interface LearntDocument {
  readonly membershipId: string
  readonly key: Buffer
  readonly sealed: Buffer
}

const documentsAtOnce = 1_000

/** Somebody whose document became known meanwhile keeps that one. Gives how many were kept. */
export async function saveDocuments(
  tx: Tx,
  employerId: string,
  told: readonly LearntDocument[],
): Promise<number> {
  let count = 0
  for (let from = 0; from < told.length; from += documentsAtOnce) {
    const some = told.slice(from, from + documentsAtOnce)
    const saved = await tx.named(
      'members_save_documents',
      `update memberships as known set identity_sealed = one.sealed, identity_key = one.key
       from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as one (id, sealed, key)
       where known.employer_id = $1 and known.id = one.id and known.identity_sealed is null returning known.id`,
      [
        employerId,
        some.map(({ membershipId }) => membershipId),
        some.map(({ sealed }) => sealed),
        some.map(({ key }) => key),
      ],
    )
    count += saved.length
  }
  return count
}
