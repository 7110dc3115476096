import { sql } from 'kysely'
import type { LocalDate } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'

/**
 * Users whose identity the company itself declared as leaving, and when, unless the same declaration or a later one names
 * them in service. Persons are compared by the keyed hash of their document, which the lines of leavers and of new
 * members carry, and by the fund's number of whoever left; no number of a document is read.
 */
export async function listLeavers(tx: Tx, employerId: string): Promise<Map<string, LocalDate>> {
  const { rows } = await sql<{ id: string; left_on: string }>`
    select p.id, max(l.exit_on)::text as left_on
    from profiles p
    join declaration_lines l on l.employer_id = p.employer_id and l.identity_key = p.identity_key
    join declarations d on d.id = l.declaration_id and d.state = 'sent'
    where p.employer_id = ${employerId} and p.state in ('active', 'invited') and l.exit_on is not null
      and not exists (
        select from declaration_lines back
        join declarations later on later.id = back.declaration_id and later.state = 'sent'
        where back.employer_id = l.employer_id and back.exit_on is null
          and (back.identity_key = l.identity_key
            or (back.member_number = l.member_number and l.member_number <> '000000000'))
          and (later.year, later.quarter) >= (d.year, d.quarter))
    group by p.id`.execute(tx)
  return new Map(rows.map(({ id, left_on }) => [id, left_on as LocalDate]))
}
