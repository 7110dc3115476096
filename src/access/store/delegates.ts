import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { Delegate, DelegateToTell, NewDelegate } from '../delegates.ts'

const columns = [
  'id',
  'employer_id',
  'state',
  'first_name',
  'last_name',
  'job_title',
  'email',
  'phone',
  'language',
  'totp_sealed',
  'passkey_count',
  'users_confirmed_at',
  'users_imported_at',
  'last_signed_in_at',
  'created_at',
] as const

/** The one delegate that a company may have, suspended or not. */
export async function findDelegateInFunction(
  tx: Tx,
  employerId: string,
): Promise<Delegate | undefined> {
  const row = await tx
    .selectFrom('delegates')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('state', 'in', ['active', 'suspended'])
    .executeTakeFirst()
  return row && delegateFrom(row)
}

/** By a door of the database: whoever sends a form back may not read the company's delegate. */
export async function findDelegateToTell(
  tx: Tx,
  letterId: string,
): Promise<DelegateToTell | undefined> {
  const { rows } =
    await sql<DelegateToTell>`select id, first_name as "firstName", last_name as "lastName",
      email, language, is_named as "isNamed" from delegate_to_tell(${letterId})`.execute(tx)
  return rows[0]
}

/** By a door of the database: an invited person may not read who invites. */
export async function isInFunction(tx: Tx, delegateId: string): Promise<boolean> {
  const { rows } = await sql<{
    answer: boolean
  }>`select is_in_function(${delegateId}) as answer`.execute(tx)
  return rows[0]?.answer ?? false
}

/** A delegate known by identifier: their absence is a fault. */
export async function getDelegate(
  tx: Tx,
  employerId: string,
  delegateId: string,
): Promise<Delegate> {
  const row = await tx
    .selectFrom('delegates')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('id', '=', delegateId)
    .executeTakeFirst()
  if (!row) throw new Error(`no delegate ${delegateId} in this scope`)
  return delegateFrom(row)
}

/** As stored: sealed. */
export async function getDelegateIdentity(tx: Tx, employerId: string, delegateId: string) {
  return tx
    .selectFrom('delegates')
    .select(['identity_kind', 'identity_sealed', 'identity_key'])
    .where('employer_id', '=', employerId)
    .where('id', '=', delegateId)
    .executeTakeFirstOrThrow()
}

/** Puts a delegate in function. The database refuses a second one for the same company. */
export async function insertDelegate(
  tx: Tx,
  employerId: string,
  delegate: NewDelegate,
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('delegates')
    .values({
      employer_id: employerId,
      state: 'active',
      first_name: delegate.firstName,
      last_name: delegate.lastName,
      identity_kind: delegate.identity_kind,
      identity_sealed: delegate.identity_sealed,
      identity_key: delegate.identity_key,
      job_title: delegate.jobTitle,
      email: delegate.email,
      phone: delegate.phone,
      language: delegate.language,
      password_hash: delegate.passwordHash,
      password_set_at: delegate.passwordHash === null ? null : now,
      totp_sealed: null,
      totp_last_step: null,
      users_confirmed_at: null,
      last_signed_in_at: null,
      created_at: now,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveDelegateState(
  tx: Tx,
  delegateId: string,
  state: Delegate['state'],
  endedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('delegates')
    .set({ state, ended_at: endedAt })
    .where('id', '=', delegateId)
    .execute()
}

/** What a signed letter says of the person who stays: neither opens anything, unlike the e-mail. */
export async function saveDelegateContact(
  tx: Tx,
  delegateId: string,
  { jobTitle, phone }: Pick<NewDelegate, 'jobTitle' | 'phone'>,
): Promise<void> {
  await tx
    .updateTable('delegates')
    .set({ job_title: jobTitle, phone })
    .where('id', '=', delegateId)
    .execute()
}

interface DelegateRow {
  id: string
  employer_id: string
  state: Delegate['state']
  first_name: string
  last_name: string
  job_title: string
  email: string
  phone: string
  language: Language
  totp_sealed: Buffer | null
  passkey_count: number
  users_confirmed_at: Date | null
  users_imported_at: Date | null
  last_signed_in_at: Date | null
  created_at: Date
}

function delegateFrom(row: DelegateRow): Delegate {
  return {
    id: row.id,
    employerId: row.employer_id,
    state: row.state,
    firstName: row.first_name,
    lastName: row.last_name,
    jobTitle: row.job_title,
    email: row.email,
    phone: row.phone,
    language: row.language,
    hasSecondFactor: row.totp_sealed !== null || row.passkey_count > 0,
    usersConfirmedAt: row.users_confirmed_at,
    usersImportedAt: row.users_imported_at,
    lastSignedInAt: row.last_signed_in_at,
    createdAt: row.created_at,
  }
}
