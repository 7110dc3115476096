import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Typed } from '../row.ts'
import type { Draft } from './drafts.ts'

export interface StoredRow extends Typed {
  readonly id: string
  readonly membershipId: string | null
  readonly kind: 'known' | 'reinstated' | 'new'
  readonly isCarried: boolean
  readonly personSealed: Buffer | null
  readonly nameReason: string
}

export async function listStoredRows(tx: Tx, { id, employerId }: Draft): Promise<StoredRow[]> {
  return tx
    .selectFrom('entry_draft_rows')
    .select([
      'id',
      'membership_id as membershipId',
      'kind',
      'salary',
      'left_on as leftOn',
      'unpaid_reason as unpaidReason',
      'is_carried as isCarried',
      'person_sealed as personSealed',
      'name_reason as nameReason',
    ])
    .where('draft_id', '=', id)
    .where('employer_id', '=', employerId)
    .execute()
}

export interface RowToSave extends Typed {
  readonly key: string
  readonly kind: 'known' | 'reinstated' | 'new'
  readonly isCarried: boolean
}

const saveKnown = `
  insert into entry_draft_rows (draft_id, employer_id, membership_id, kind, salary, left_on, unpaid_reason, is_carried)
  select $1, $2, one.key, 'known', one.salary, one.left_on, one.unpaid_reason, one.is_carried
  from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[])
    as one (key, salary, left_on, unpaid_reason, is_carried)
  on conflict (draft_id, membership_id) do update set salary = excluded.salary, left_on = excluded.left_on,
    unpaid_reason = excluded.unpaid_reason, is_carried = excluded.is_carried`

const saveNew = `
  update entry_draft_rows as saved
  set salary = one.salary, left_on = one.left_on, unpaid_reason = one.unpaid_reason, is_carried = one.is_carried
  from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[])
    as one (key, salary, left_on, unpaid_reason, is_carried)
  where saved.draft_id = $1 and saved.employer_id = $2 and saved.id = one.key`

/** What was typed, all rows at once. */
export async function saveTyped(tx: Tx, draft: Draft, rows: readonly RowToSave[]): Promise<void> {
  const added = rows.filter((row) => row.kind === 'new')
  const known = rows.filter((row) => row.kind !== 'new')
  if (known.length > 0) await tx.named('entry_save_known', saveKnown, columnsOf(draft, known))
  if (added.length > 0) await tx.named('entry_save_new', saveNew, columnsOf(draft, added))
}

function columnsOf(draft: Draft, rows: readonly RowToSave[]): unknown[] {
  return [
    draft.id,
    draft.employerId,
    rows.map((one) => one.key),
    rows.map((one) => one.salary),
    rows.map((one) => one.leftOn),
    rows.map((one) => one.unpaidReason),
    rows.map((one) => one.isCarried),
  ]
}

/** Somebody whom the fund does not know yet; returns the key of their row. */
export async function insertNewRow(
  tx: Tx,
  draft: Draft,
  row: Typed & { readonly personSealed: Buffer },
): Promise<string> {
  const { id } = await tx
    .insertInto('entry_draft_rows')
    .values({
      draft_id: draft.id,
      employer_id: draft.employerId,
      membership_id: null,
      kind: 'new',
      salary: row.salary,
      left_on: row.leftOn,
      unpaid_reason: row.unpaidReason,
      person_sealed: row.personSealed,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface PersonToSave {
  readonly key: string
  /** Nothing when the correction is taken back. */
  readonly personSealed: Buffer | null
  readonly nameReason: string
}

export async function saveNewPerson(tx: Tx, draft: Draft, person: PersonToSave): Promise<void> {
  await tx
    .updateTable('entry_draft_rows')
    .set({ person_sealed: person.personSealed })
    .where('draft_id', '=', draft.id)
    .where('employer_id', '=', draft.employerId)
    .where('id', '=', person.key)
    .where('kind', '=', 'new')
    .execute()
}

/** Corrected civil data of a known member; their row begins here when nothing was typed for them yet. */
export async function saveCorrection(tx: Tx, draft: Draft, person: PersonToSave): Promise<void> {
  const correction = { person_sealed: person.personSealed, name_reason: person.nameReason }
  await tx
    .insertInto('entry_draft_rows')
    .values({
      draft_id: draft.id,
      employer_id: draft.employerId,
      membership_id: person.key,
      kind: 'known',
      ...correction,
    })
    .onConflict((conflict) =>
      conflict.columns(['draft_id', 'membership_id']).doUpdateSet(correction),
    )
    .execute()
}

/** A former member, back on the sheet. */
export async function insertReinstated(tx: Tx, draft: Draft, membershipId: string): Promise<void> {
  await tx
    .insertInto('entry_draft_rows')
    .values({
      draft_id: draft.id,
      employer_id: draft.employerId,
      membership_id: membershipId,
      kind: 'reinstated',
      person_sealed: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['draft_id', 'membership_id']).doUpdateSet({ kind: 'reinstated' }),
    )
    .execute()
}

/** Takes back a member who was added by hand; those whom the fund expects stay. */
export async function deleteAddedRow(tx: Tx, draft: Draft, key: string): Promise<void> {
  await tx
    .deleteFrom('entry_draft_rows')
    .where('draft_id', '=', draft.id)
    .where('employer_id', '=', draft.employerId)
    .where('kind', 'in', ['new', 'reinstated'])
    .where((where) => where.or([where('id', '=', key), where('membership_id', '=', key)]))
    .execute()
}

/** What was typed about somebody who turned out to be another member of the list goes to that one. */
export async function moveTyped(
  tx: Tx,
  employerId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await sql`update entry_draft_rows typed set membership_id = ${to}
    where typed.employer_id = ${employerId} and typed.membership_id = ${from}
      and not exists (select from entry_draft_rows other where other.draft_id = typed.draft_id
        and other.membership_id = ${to})`.execute(tx)
}
