import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Teleservice } from '../../employers/employer.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { KnownRow } from '../compare.ts'

export function userKey(
  employerId = '',
  service: string | null = '',
  identity: string | null = '',
) {
  return `${employerId} ${service ?? ''} ${identity ?? ''}`
}

const anyOf = (ids: readonly string[]) => sql`any(${[...new Set(ids)]}::uuid[])`
const keysOf = (keys: readonly string[]) => keys.map((key) => Buffer.from(key, 'hex'))

/** The users that these companies have under these identities, as an import compares them. */
export async function findUsers(
  tx: Tx,
  employerIds: readonly string[],
  keys: readonly string[],
): Promise<Map<string, KnownRow>> {
  if (employerIds.length === 0 || keys.length === 0) return new Map()
  const rows = await tx
    .selectFrom('profiles as user')
    .leftJoin('mandates as mandate', (join) =>
      join
        .onRef('mandate.profile_id', '=', 'user.id')
        .onRef('mandate.employer_id', '=', 'user.employer_id')
        .on('mandate.state', 'in', ['active', 'suspended']),
    )
    .select(['user.id', 'user.employer_id', 'user.service', 'user.first_name', 'user.last_name'])
    .select(['user.identity_kind', 'user.identity_key', 'user.job_title', 'user.email'])
    .select(['user.phone', 'user.language', 'user.is_maker', 'user.is_validator', 'mandate.mode'])
    .select(
      sql<
        string[]
      >`array(select c.category from mandate_categories c where c.mandate_id = mandate.id
        order by c.category)`.as('categories'),
    )
    .where(sql<boolean>`"user".employer_id = ${anyOf(employerIds)}`)
    .where('user.identity_key', 'in', keysOf(keys))
    .where('user.state', '<>', 'removed')
    .orderBy('user.created_at')
    .execute()
  return new Map(
    rows.map((row) => {
      const identity = row.identity_key.toString('hex')
      const powers = [row.is_maker ? 'maker' : '', row.is_validator ? 'validator' : '']
      const values = {
        service: row.service,
        lastName: row.last_name,
        firstName: row.first_name,
        identityKind: row.identity_kind,
        identity,
        jobTitle: row.job_title,
        email: row.email,
        phone: row.phone,
        language: row.language,
        mode: row.mode,
        categories: row.categories.join(',') || null,
        powers: powers.filter(Boolean).join(',') || null,
      }
      return [userKey(row.employer_id ?? '', row.service, identity), { id: row.id, values }]
    }),
  )
}

/** What a company can grant, who is its delegate, and under which names it knows these identities. */
export interface CompanyFacts {
  readonly delegateId: string | null
  readonly services: ReadonlySet<Teleservice>
  readonly categories: ReadonlySet<string>
  readonly names: readonly {
    readonly key: string
    readonly firstName: string
    readonly lastName: string
  }[]
}

interface FactsRow {
  id: string
  delegate_id: string | null
  services: Teleservice[]
  categories: string[]
  names: { key: string; firstName: string; lastName: string }[]
}

/** One look for all the companies of a batch. A suspended delegate invites nobody (quality AT62). */
export async function findCompanyFacts(
  tx: Tx,
  employerIds: readonly string[],
  { keys, today }: { readonly keys: readonly string[]; readonly today: LocalDate },
): Promise<Map<string, CompanyFacts>> {
  if (employerIds.length === 0) return new Map()
  const { rows } = await sql<FactsRow>`select e.id,
      (select d.id from delegates d where d.employer_id = e.id and d.state = 'active') as delegate_id,
      array(select service from subscribed_services s where s.employer_id = e.id) as services,
      array(select category from employer_categories c where c.employer_id = e.id and c.active_from <= ${today}
        and (c.active_until is null or c.active_until >= ${today})) as categories,
      coalesce((select jsonb_agg(jsonb_build_object('key', encode(p.identity_key, 'hex'), 'firstName', p.first_name,
          'lastName', p.last_name))
        from (select employer_id, identity_key, first_name, last_name from profiles where state <> 'removed'
          union all select employer_id, identity_key, first_name, last_name from delegates where state in ('active', 'suspended')) p
        where p.employer_id = e.id and p.identity_key = any(${keysOf(keys)}::bytea[])), '[]') as names
    from employers e where e.id = ${anyOf(employerIds)}`.execute(tx)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        delegateId: row.delegate_id,
        services: new Set(row.services),
        categories: new Set(row.categories),
        names: row.names,
      },
    ]),
  )
}

/** The delegate has users to look through that they did not create themselves. */
export async function saveUsersImported(tx: Tx, delegateId: string, at: Date): Promise<void> {
  await tx
    .updateTable('delegates')
    .set({ users_imported_at: at })
    .where('id', '=', delegateId)
    .execute()
}
