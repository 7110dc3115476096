import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'
import type { WorkDone } from '../work-done.ts'

/**
 * Corrections that stand, and reasons given, counted by what they are about: a correction of what was sent begins with those of
 * before, and a sheet gives some by itself (`entry/settled.ts`). Read from the counts of the causes, whatever the file's length.
 */
export async function countWorkDone(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<WorkDone> {
  const { rows } = await sql<{ corrections: bigint; reasons: bigint }>`select
      (select count(*) from declaration_corrections made
        where made.declaration_id = one.id and made.employer_id = one.employer_id and made.undone_at is null) as corrections,
      (select count(*) from declaration_causes given
        where given.declaration_id = one.id and given.employer_id = one.employer_id and given.reason <> ''
          and not (given.code in ('salary_zero', 'member_name_differs', 'member_unknown', 'member_missing')
            and exists (select from entry_checks sheet where sheet.declaration_id = one.id and sheet.employer_id = one.employer_id))
          and not exists (select from declaration_causes before
            where before.declaration_id = one.replaces and before.employer_id = one.employer_id and before.code = given.code
              and before.field = given.field and before.severity = given.severity and before.reason = given.reason
              and before.findings >= given.findings)) as reasons
    from declarations one where one.id = ${declarationId} and one.employer_id = ${employerId}`.execute(
    tx,
  )
  const [row] = rows
  return { corrections: Number(row?.corrections ?? 0n), reasons: Number(row?.reasons ?? 0n) }
}
