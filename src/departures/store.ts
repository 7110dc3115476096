import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'

/** The companies whose delegate has not confirmed the list since the quarter began, and was not yet reminded, with how many people have access. */
export async function listDelegatesToRemind(
  tx: Tx,
  since: Date,
  template: string,
): Promise<DelegateToRemind[]> {
  const { rows } = await sql<ReminderRow>`
    select d.employer_id, e.name as employer_name, d.email, d.language,
      (select count(distinct p.identity_key) from profiles p where p.employer_id = d.employer_id and p.state in ('active', 'invited'))
      + (select count(*) from mandates m join profiles p on p.id = m.profile_id and p.firm_id is not null
          where m.employer_id = d.employer_id and m.state = 'active') as people
    from delegates d join employers e on e.id = d.employer_id and e.state = 'active'
    where d.state = 'active' and d.created_at < ${since}
      and (d.users_confirmed_at is null or d.users_confirmed_at < ${since})
      and not exists (select from mails m where m.employer_id = d.employer_id and m.template = ${template}
        and m.recipient = d.email and m.queued_at >= ${since})
    order by d.employer_id`.execute(tx)
  return rows
    .filter(({ people }) => people > 0n)
    .map((row) => ({
      employerId: row.employer_id,
      employerName: row.employer_name,
      email: row.email,
      language: row.language,
      people: Number(row.people),
    }))
}

export interface DelegateToRemind {
  readonly employerId: string
  readonly employerName: string
  readonly email: string
  readonly language: 'fr' | 'ar'
  readonly people: number
}

interface ReminderRow {
  employer_id: string
  employer_name: string
  email: string
  language: 'fr' | 'ar'
  people: bigint
}

export async function saveListConfirmed(
  tx: Tx,
  employerId: string,
  delegateId: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('delegates')
    .set({ users_confirmed_at: now })
    .where('employer_id', '=', employerId)
    .where('id', '=', delegateId)
    .execute()
}
