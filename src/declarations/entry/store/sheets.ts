import { sql } from 'kysely'
import { refuse } from '../../../actors/refusal.ts'
import type { Quarter } from '../../../calendar/index.ts'
import { centimes, type Dirhams } from '../../../money/index.ts'
import { listNewcomerSalaries } from '../../../members/store/careers.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Period } from '../../declaration.ts'
import type { Typed } from '../row.ts'

/** The draft of a sheet. */
export interface Draft {
  readonly id: string
  readonly employerId: string
  readonly version: number
}

export interface SavedDraft extends Draft {
  readonly savedAt: Date
  readonly savedBy: string
}

export async function findDraft(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<SavedDraft | undefined> {
  return tx
    .selectFrom('entry_drafts')
    .select([
      'id',
      'employer_id as employerId',
      'version',
      'saved_at as savedAt',
      'saved_by as savedBy',
    ])
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .executeTakeFirst()
}

/** The periods that somebody has begun to type. */
export async function listBegunSheets(tx: Tx, employerId: string): Promise<Period[]> {
  const rows = await tx
    .selectFrom('entry_drafts')
    .select(['category', 'year', 'quarter'])
    .where('employer_id', '=', employerId)
    .where('version', '>', 0)
    .execute()
  return rows.map(({ category, year, quarter }) => ({
    category,
    quarter: { year, quarter } as Quarter,
  }))
}

interface Saver {
  readonly profileId: string
  readonly at: Date
}

/** The draft of a period, made when there is none: whoever saves takes turns from here to the end of the transaction. */
export async function lockDraft(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
  { profileId, at }: Saver,
): Promise<Draft> {
  const period = { category, year: quarter.year, quarter: quarter.quarter }
  await tx
    .insertInto('entry_drafts')
    .values({ employer_id: employerId, ...period, saved_by: profileId, saved_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const locked = await tx
    .selectFrom('entry_drafts')
    .select(['id', 'version'])
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .forUpdate()
    .executeTakeFirst()
  // Sent, or given up, while this one waited for its turn.
  return locked ? { ...locked, employerId } : refuse('web.changed_meanwhile')
}

/** One more version, and who made it; gives its number. */
export async function stampDraft(tx: Tx, draft: Draft, { profileId, at }: Saver): Promise<number> {
  const { version } = await tx
    .updateTable('entry_drafts')
    .set((to) => ({ version: to('version', '+', 1), saved_by: profileId, saved_at: at }))
    .where('id', '=', draft.id)
    .where('employer_id', '=', draft.employerId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Sent or given up: the declaration holds what was typed, or nobody needs it any more. */
export async function deleteDraft(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<void> {
  await tx
    .deleteFrom('entry_drafts')
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .execute()
}

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

export interface LastSalaries {
  readonly quarter: Quarter
  readonly byMember: ReadonlyMap<string, Dirhams>
}

/** Salaries of the latest quarter that was declared before this one, for one category. */
export async function findLastSalaries(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<LastSalaries | undefined> {
  const last = await tx
    .selectFrom('declarations')
    .select(['id', 'year', 'quarter'])
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('state', '=', 'sent')
    .where('accepted_lines', '>', 0)
    .where(
      sql<boolean>`(year, quarter) < (${quarter.year}::smallint, ${quarter.quarter}::smallint)`,
    )
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return undefined
  const rows = await tx
    .selectFrom('declaration_lines')
    .select(['member_number', 'salary_centimes'])
    .where('declaration_id', '=', last.id)
    .where('employer_id', '=', employerId)
    .execute()
  const lastQuarter = { year: last.year, quarter: last.quarter }
  return {
    quarter: lastQuarter,
    byMember: new Map([
      ...rows.map((row): [string, Dirhams] => [row.member_number, centimes(row.salary_centimes)]),
      ...(await listNewcomerSalaries(tx, employerId, { category, quarter: lastQuarter })),
    ]),
  }
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
