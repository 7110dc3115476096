import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Newcomer } from '../newcomer.ts'

/** Who decided, and when. */
export interface Decided {
  readonly by: string
  readonly at: Date
}

/** These memberships are of a known person, under this number; what they had until now is kept. */
export async function saveKnown(
  tx: Tx,
  ids: readonly string[],
  memberNumber: string,
  { by, at }: Decided,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set((to) => ({
      state: 'known',
      provisional_number: to.ref('member_number'),
      member_number: memberNumber,
      decided_by: by,
      decided_at: at,
      decision_told_at: null,
      decision_note: '',
      version: to('version', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute()
}

/** The membership of somebody known in the same company and category, held. */
export async function lockSameCategory(
  tx: Tx,
  employerId: string,
  { category, memberNumber }: { readonly category: string; readonly memberNumber: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('memberships')
    .select('id')
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('member_number', '=', memberNumber)
    .where('state', '=', 'known')
    .forUpdate()
    .executeTakeFirst()
  return row?.id
}

interface Merge {
  readonly employerId: string
  readonly from: string
  readonly to: string
}

/**
 * Two memberships of one person become one: its quarters go to the one that stays, added where both have the same, and
 * whoever was declared last says whether the person is still there.
 */
export async function merge(
  tx: Tx,
  { employerId, from, to }: Merge,
  decided: Decided,
): Promise<void> {
  await sql`update memberships stays set left_on = goes.left_on,
      staff_number = coalesce(nullif(stays.staff_number, ''), goes.staff_number)
    from memberships goes
    where stays.id = ${to} and goes.id = ${from} and stays.employer_id = ${employerId}
      and (select max(year * 4 + quarter) from careers where membership_id = goes.id)
        >= coalesce((select max(year * 4 + quarter) from careers where membership_id = stays.id), 0)`.execute(
    tx,
  )
  await sql`update careers stays set salary_centimes = stays.salary_centimes + goes.salary_centimes,
      employee_centimes = stays.employee_centimes + goes.employee_centimes,
      employer_centimes = stays.employer_centimes + goes.employer_centimes
    from careers goes
    where stays.membership_id = ${to} and goes.membership_id = ${from} and stays.employer_id = ${employerId}
      and (stays.category, stays.year, stays.quarter) = (goes.category, goes.year, goes.quarter)`.execute(
    tx,
  )
  await sql`delete from careers goes using careers stays
    where goes.membership_id = ${from} and stays.membership_id = ${to} and goes.employer_id = ${employerId}
      and (stays.category, stays.year, stays.quarter) = (goes.category, goes.year, goes.quarter)`.execute(
    tx,
  )
  await tx
    .updateTable('careers')
    .set({ membership_id: to })
    .where('membership_id', '=', from)
    .where('employer_id', '=', employerId)
    .execute()
  await tx
    .updateTable('memberships')
    .set((row) => ({
      state: 'merged',
      merged_into: to,
      provisional_number: row.ref('member_number'),
      decided_by: decided.by,
      decided_at: decided.at,
      decision_told_at: null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', from)
    .where('employer_id', '=', employerId)
    .execute()
}

/** Not recognised, and why: the company is told, and may declare the person again, corrected. */
export async function saveRefused(
  tx: Tx,
  ids: readonly string[],
  note: string,
  { by, at }: Decided,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set((row) => ({
      state: 'refused',
      decided_by: by,
      decided_at: at,
      decision_told_at: null,
      decision_note: note,
      version: row('version', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute()
}

/** A decision to tell to the company. */
export interface Untold extends Pick<Newcomer, 'lastName' | 'firstName' | 'memberNumber'> {
  readonly id: string
  readonly outcome: 'confirmed' | 'refused'
  readonly note: string
  readonly mergedInto: string | null
  /** Who sent the declaration that names the person last. */
  readonly declarantId: string | null
}

export async function lockUntold(tx: Tx, employerId: string): Promise<Untold[]> {
  const { rows } = await sql<{
    id: string
    last_name: string
    first_name: string
    number: string
    state: string
    decision_note: string
    merged_into: string | null
    declarant_id: string | null
  }>`select own.id, own.last_name, own.first_name, coalesce(other.member_number, own.member_number) as number, own.state,
      own.decision_note, own.merged_into,
      (select sent_by from careers join declarations on declarations.id = careers.declaration_id
        where careers.membership_id = coalesce(own.merged_into, own.id) and careers.employer_id = ${employerId}
        order by sent_at desc limit 1) as declarant_id
    from memberships own left join memberships other on other.id = own.merged_into
    where own.employer_id = ${employerId} and own.decided_at is not null and own.decision_told_at is null
    order by own.last_name, own.first_name, own.category for update of own`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    lastName: row.last_name,
    firstName: row.first_name,
    memberNumber: row.number,
    outcome: row.state === 'refused' ? 'refused' : 'confirmed',
    note: row.decision_note,
    mergedInto: row.merged_into,
    declarantId: row.declarant_id,
  }))
}

export async function saveTold(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ decision_told_at: at })
    .where('id', 'in', [...ids])
    .execute()
}
