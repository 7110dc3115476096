import { sql } from 'kysely'
import { letterFrom } from '../../letters/store/letters.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { WaitingLetter } from '../queue.ts'

/** More than the desk can see in a week: beyond, filters and search. */
const most = 2000

/** Every file that the agency or its applicant still works on, with who has it in hand and how far it is. */
export async function listWaitingLetters(tx: Tx): Promise<WaitingLetter[]> {
  const rows = await tx
    .selectFrom('letters as letter')
    .leftJoin('employers as employer', 'employer.id', 'letter.employer_id')
    .leftJoin('agents as agent', 'agent.id', 'letter.taken_by')
    .leftJoin('objections as objection', 'objection.letter_id', 'letter.id')
    .where('letter.state', 'in', ['received', 'to_complete', 'accepted'])
    .selectAll('letter')
    .select(['employer.name as company', 'agent.first_name', 'agent.last_name'])
    .select([
      sql<boolean>`coalesce(objection.raised_at is not null and objection.decision is null, false)`.as(
        'has_open_objection',
      ),
      sql<number>`(select count(distinct agent_id)::integer from letter_reviews
        where verdict = 'accept' and proof_id =
          (select id from letter_proofs where letter_id = letter.id order by number desc limit 1))`.as(
        'acceptances',
      ),
    ])
    .orderBy('letter.clock_running_since')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    letter: letterFrom(row),
    company: row.company,
    taker: row.first_name === null ? null : `${row.first_name} ${row.last_name ?? ''}`,
    acceptances: row.acceptances,
    hasOpenObjection: row.has_open_objection,
  }))
}
