import { sql } from 'kysely'
import type { Service } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { Account } from '../accounts.ts'
import type { AccountKind } from '../tables.ts'

interface AccountRow {
  kind: AccountKind
  id: string
  employer_id: string | null
  employer_name: string | null
  employer_number: string | null
  firm_id: string | null
  service: Service | null
  login: string
  state: Account['state']
  first_name: string
  last_name: string
  email: string
  language: Language
  role: 'agent' | 'supervisor' | null
  is_maker: boolean
  is_validator: boolean
  password_hash: string | null
  password_set_at: Date | null
  former_hashes: string[]
  provisional_hash: string | null
  provisional_until: Date | null
  suggested_questions: string[]
  totp_sealed: Buffer | null
  totp_last_step: bigint | null
  passkey_count: number
}

const common =
  'first_name, last_name, email, language, password_hash, password_set_at, former_hashes, totp_sealed, totp_last_step, passkey_count'

const columnsOf = (alias: string) =>
  common
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ')

const nothingOfAProfile = `false as is_maker, false as is_validator, null::text as provisional_hash,
  null::timestamptz as provisional_until, '{}'::text[] as suggested_questions`

const selects: Record<AccountKind, string> = {
  delegate: `select 'delegate' as kind, d.id, d.employer_id, e.name as employer_name, e.employer_number,
      null::uuid as firm_id, null::text as service, e.employer_number as login, d.state, null::text as role,
      ${nothingOfAProfile}, ${columnsOf('d')}
    from delegates d join employers e on e.id = d.employer_id and e.state = 'active'`,
  profile: `select 'profile' as kind, p.id, p.employer_id, e.name as employer_name, e.employer_number, p.firm_id,
      p.service, p.login, p.state, null::text as role, p.is_maker, p.is_validator, p.provisional_hash,
      p.provisional_until, p.suggested_questions, ${columnsOf('p')}
    from profiles p left join employers e on e.id = p.employer_id and e.state = 'active'
    where (p.firm_id is not null or e.id is not null)`,
  agent: `select 'agent' as kind, a.id, null::uuid as employer_id, null::text as employer_name,
      null::text as employer_number, null::uuid as firm_id, null::text as service, a.login, a.state, a.role,
      ${nothingOfAProfile}, ${columnsOf('a')}
    from agents a`,
}

const tables: Record<AccountKind, 'delegates' | 'profiles' | 'agents'> = {
  delegate: 'delegates',
  profile: 'profiles',
  agent: 'agents',
}

/** The delegate in function of this N° Adhérent. */
export async function findDelegateByNumber(tx: Tx, number: string): Promise<Account | undefined> {
  const text = `${selects.delegate} where e.employer_number = $1 and d.state in ('active', 'suspended')`
  return first(await tx.named<AccountRow>('account_delegate_by_number', text, [number]))
}

/** The profile of this login, if it opens one of these services: a login opens its own and no other (product U1). */
export async function findProfileByLogin(
  tx: Tx,
  login: string,
  services: readonly Service[],
): Promise<Account | undefined> {
  const text = `${selects.profile} and p.login = $1 and p.service = any($2::text[])`
  return first(await tx.named<AccountRow>('account_profile_by_login', text, [login, [...services]]))
}

export async function findAgentByLogin(tx: Tx, login: string): Promise<Account | undefined> {
  const text = `${selects.agent} where a.login = $1 and a.state <> 'declined'`
  return first(await tx.named<AccountRow>('account_agent_by_login', text, [login]))
}

const byId: Record<AccountKind, string> = {
  delegate: `${selects.delegate} where d.id = $1`,
  profile: `${selects.profile} and p.id = $1`,
  agent: `${selects.agent} where a.id = $1`,
}

export async function findAccount(
  tx: Tx,
  kind: AccountKind,
  id: string,
): Promise<Account | undefined> {
  return first(await tx.named<AccountRow>(`account_${kind}_by_id`, byId[kind], [id]))
}

const lockById: Record<AccountKind, string> = {
  delegate: `${byId.delegate} for update of d`,
  profile: `${byId.profile} for update of p`,
  agent: `${byId.agent} for update of a`,
}

/** The same, with the row held until the end of the transaction: two answers to one link take turns. */
export async function lockAccount(
  tx: Tx,
  kind: AccountKind,
  id: string,
): Promise<Account | undefined> {
  return first(await tx.named<AccountRow>(`account_${kind}_locked`, lockById[kind], [id]))
}

/** One of the company's own users, held in the same way; nothing for anybody else's. */
export async function lockProfileOf(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Account | undefined> {
  const text = `${byId.profile} and p.employer_id = $2 for update of p`
  return first(await tx.named<AccountRow>('account_profile_of_locked', text, [id, employerId]))
}

export interface AccountChange {
  readonly password_hash?: string | null
  readonly password_set_at?: Date | null
  readonly totp_sealed?: Buffer | null
  readonly totp_last_step?: bigint | null
  readonly email?: string
  readonly language?: Language
}

/** The columns that delegates, profiles and agents share. */
export async function changeAccount(
  tx: Tx,
  account: Pick<Account, 'kind' | 'id'>,
  change: AccountChange,
): Promise<void> {
  const values = Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  // What the delegate's page shows of a user: a form opened before must not undo it.
  if (account.kind === 'profile' && ('email' in change || 'language' in change))
    values.push(sql`version = version + 1`)
  await sql`update ${sql.table(tables[account.kind])} set ${sql.join(values)} where id = ${account.id}`.execute(
    tx,
  )
}

/** The last three, this one first when there is one. */
export function withFormer(column: 'password_hash' | 'provisional_hash') {
  return sql<string[]>`(array_remove(array[${sql.ref(column)}], null) || former_hashes)[1:3]`
}

/** The password opens nothing any more, before another takes its place; it may not be chosen again. */
export async function endPassword(tx: Tx, account: Pick<Account, 'kind' | 'id'>): Promise<void> {
  await sql`update ${sql.table(tables[account.kind])}
    set former_hashes = ${withFormer('password_hash')}, password_hash = null
    where id = ${account.id}`.execute(tx)
}

/** An agent who has chosen their password. */
export async function saveAgentInUse(tx: Tx, agentId: string, now: Date): Promise<void> {
  await tx
    .updateTable('agents')
    .set({ state: 'active', state_changed_at: now })
    .where('id', '=', agentId)
    .execute()
}

/** The day of the last sign-in, which the delegate sees (product A12). */
export async function noteSignIn(
  tx: Tx,
  account: Pick<Account, 'kind' | 'id'>,
  now: Date,
): Promise<void> {
  const text = `update ${tables[account.kind]} set last_signed_in_at = $2 where id = $1`
  await tx.named(`account_${account.kind}_signed_in`, text, [account.id, now])
}

export async function findLastSignIn(tx: Tx, profileId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('profiles')
    .select('last_signed_in_at')
    .where('id', '=', profileId)
    .executeTakeFirst()
  return row?.last_signed_in_at ?? null
}

function first([row]: readonly AccountRow[]): Account | undefined {
  return (
    row && {
      kind: row.kind,
      id: row.id,
      employerId: row.employer_id,
      employerName: row.employer_name,
      employerNumber: row.employer_number,
      firmId: row.firm_id,
      service: row.service,
      login: row.login,
      state: row.state,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      language: row.language,
      role: row.role,
      isMaker: row.is_maker,
      isValidator: row.is_validator,
      passwordHash: row.password_hash,
      passwordSetAt: row.password_set_at,
      formerHashes: row.former_hashes,
      provisionalHash: row.provisional_hash,
      provisionalUntil: row.provisional_until,
      suggestedQuestions: row.suggested_questions,
      totpSealed: row.totp_sealed,
      totpLastStep: row.totp_last_step,
      passkeyCount: row.passkey_count,
    }
  )
}
