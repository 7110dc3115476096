import { sql } from 'kysely'
import type { LocalDate } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Mandate, User } from '../user.ts'

/** A user with the person behind: the same number is the same identity document, within this list only. */
export interface ListedUser {
  readonly user: User
  readonly person: string
}

interface UserRow {
  id: string
  service: User['service']
  state: User['state']
  first_name: string
  last_name: string
  login: string | null
  firm: string | null
  job_title: string
  email: string
  phone: string
  language: 'fr' | 'ar'
  is_maker: boolean
  is_validator: boolean
  confirms_from: Date | null
  last_signed_in_at: Date | null
  created_at: Date
  state_reason: string
  state_changed_at: Date
  provisional_until: Date | null
  link_until: Date | null
  bounced: boolean
  version: number
  person: string
  mandate_id: string | null
  mandate_state: Mandate['state'] | null
  mode: Mandate['mode'] | null
  from_on: string | null
  until_on: string | null
  mandate_version: number | null
  categories: string[] | null
}

const mandateColumns = sql`m.id as mandate_id, m.state as mandate_state, m.mode, m.from_on::text, m.until_on::text,
  m.version as mandate_version,
  (select array_agg(c.category order by c.category) from mandate_categories c where c.mandate_id = m.id) as categories`

/** The newest word from the mailbox: a mail that came back, and none delivered since. */
const bounced = sql`(p.mail_bounced_at is not null or coalesce((select mails.state = 'bounced' from mails
  where mails.recipient = p.email and mails.employer_id = e.id and mails.state in ('sent', 'bounced')
  order by mails.queued_at desc limit 1), false))`

const ownUsers = (employerId: string) => sql`
  select p.id, p.service, p.state, p.first_name, p.last_name, p.login, null::text as firm, p.job_title, p.email, p.phone,
    p.language, p.is_maker, p.is_validator, p.confirms_from, p.last_signed_in_at, p.created_at, p.state_reason, p.state_changed_at,
    case when p.provisional_hash is not null then p.provisional_until end as provisional_until,
    (select max(l.expires_at) from links l where l.subject_id = p.id and l.purpose = 'activate'
      and l.used_at is null and l.voided_at is null) as link_until,
    ${bounced} as bounced, p.version, dense_rank() over (order by p.identity_key)::text as person, ${mandateColumns}
  from employers e join profiles p on p.employer_id = e.id
  left join mandates m on m.profile_id = p.id and m.employer_id = e.id and m.state in ('offered', 'active', 'suspended')
  where e.id = ${employerId} and p.state <> 'removed'`

/**
 * A firm's people are known to a company by the mandate, whose identifier is theirs here; before they accept, by what
 * this delegate typed and nothing else, whatever the scope of the transaction.
 */
const firmUsers = (employerId: string) => sql`
  select m.id, 'declaration_external' as service, coalesce(p.state, 'active') as state,
    coalesce(p.first_name, m.typed_name) as first_name, coalesce(p.last_name, '') as last_name, p.login,
    coalesce(f.name, m.typed_firm) as firm, coalesce(p.job_title, '') as job_title, coalesce(p.email, m.typed_email) as email,
    '' as phone, coalesce(p.language, 'fr') as language, false as is_maker, false as is_validator, null::timestamptz as confirms_from,
    p.last_signed_in_at, m.created_at, m.end_reason as state_reason, coalesce(m.ended_at, m.answered_at, m.created_at) as state_changed_at,
    null::timestamptz as provisional_until, null::timestamptz as link_until,
    case when p.id is null then false else ${bounced} end as bounced, m.version, m.id::text as person, ${mandateColumns}
  from employers e join mandates m on m.employer_id = e.id
  left join profiles p on p.id = m.profile_id and m.answered_at is not null and m.state <> 'declined'
  left join firms f on f.id = p.firm_id
  where e.id = ${employerId} and m.state in ('offered', 'active', 'suspended', 'declined')
    and (p.id is null or p.firm_id is not null)
    and m.profile_id not in (select own.id from profiles own where own.employer_id = ${employerId})
    and not (m.state = 'declined' and exists (select from mandates newer where newer.employer_id = m.employer_id
      and newer.profile_id = m.profile_id and newer.created_at > m.created_at))`

/** Everybody who may work for the company, removed users aside: named columns only, no hash, no identity number. */
export async function listUsers(tx: Tx, employerId: string): Promise<ListedUser[]> {
  const own =
    await sql<UserRow>`${ownUsers(employerId)} order by p.last_name, p.first_name`.execute(tx)
  const firms = await sql<UserRow>`${firmUsers(employerId)} order by m.typed_name`.execute(tx)
  return [...own.rows, ...firms.rows].map((row) => ({ user: userFrom(row), person: row.person }))
}

/** One user of the company; nothing for a removed one, and nothing for anybody else's. */
export async function findUser(
  tx: Tx,
  employerId: string,
  userId: string,
): Promise<ListedUser | undefined> {
  const users = await listUsers(tx, employerId)
  return users.find(({ user }) => user.id === userId)
}

function userFrom(row: UserRow): User {
  return {
    id: row.id,
    service: row.service,
    state: row.state,
    firstName: row.first_name,
    lastName: row.last_name,
    login: row.login,
    firm: row.firm,
    jobTitle: row.job_title,
    email: row.email,
    phone: row.phone,
    language: row.language,
    isMaker: row.is_maker,
    isValidator: row.is_validator,
    confirmsFrom: row.confirms_from,
    lastSignedInAt: row.last_signed_in_at,
    createdAt: row.created_at,
    stateReason: row.state_reason,
    stateChangedAt: row.state_changed_at,
    provisionalUntil: row.provisional_until,
    linkUntil: row.link_until,
    bounced: row.bounced,
    mandate: mandateFrom(row),
    version: row.version,
  }
}

function mandateFrom(row: UserRow): Mandate | null {
  if (!row.mandate_id || !row.mandate_state || !row.mode || !row.from_on) return null
  return {
    id: row.mandate_id,
    state: row.mandate_state,
    mode: row.mode,
    categories: row.categories ?? [],
    fromOn: row.from_on as LocalDate,
    untilOn: row.until_on as LocalDate | null,
    version: row.mandate_version ?? 1,
  }
}
