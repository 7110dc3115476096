import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** The sign-ins that were refused at one account, or that came from one place, since a day. */
export interface RefusedSignIns {
  /** Nobody: logins that no account has, all together, since what was typed is not kept. */
  readonly of: 'delegate' | 'profile' | 'agent' | 'nobody' | 'address' | 'site'
  readonly id: string
  readonly login: string | null
  readonly employerId: string | null
  readonly employerName: string | null
  readonly refused: number
  readonly wrongCodes: number
  /** A threshold of the locks was passed. */
  readonly isRepeated: boolean
  readonly lastAt: Date
}

export interface AskedSignIns {
  readonly since: Date
  /** A login, or a N° Adhérent: everybody of that company. */
  readonly login: string
  readonly limit: number
}

/** By account, the latest try first; the index of these four actions is read, and nothing else of the trail. */
export async function listRefusedSignIns(
  tx: Tx,
  { since, login, limit }: AskedSignIns,
): Promise<RefusedSignIns[]> {
  const isAsked =
    login === ''
      ? sql`true`
      : sql`(details ->> 'login' = ${login} or right(details ->> 'login', ${login.length + 1}) = ${`.${login}`})`
  const { rows } = await sql<RefusedSignIns>`with refused as (
      select case when subject_id = 'unknown' then 'nobody' else subject_kind end as of,
        subject_id as id, max(details ->> 'login') as login, employer_id,
        (count(*) filter (where action in ('session.refused', 'session.code_refused')))::int as refused,
        (count(*) filter (where action = 'session.code_refused'))::int as codes,
        bool_or(action in ('sign_in.account_attacked', 'sign_in.attack_suspected')) as repeated,
        max(at) as last_at
      from audit_events
      where action in ('session.refused', 'session.code_refused', 'sign_in.account_attacked', 'sign_in.attack_suspected')
        and at >= ${since} and ${isAsked}
      group by 1, 2, employer_id order by last_at desc limit ${limit}
    )
    select refused.of, refused.id, refused.login, refused.employer_id as "employerId", employers.name as "employerName",
      refused.refused, refused.codes as "wrongCodes", refused.repeated as "isRepeated", refused.last_at as "lastAt"
    from refused left join employers on employers.id = refused.employer_id
    order by refused.last_at desc, refused.id`.execute(tx)
  return rows
}
