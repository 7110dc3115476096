import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'

/** What a declarant may declare today for the company in hand. */
export interface MandateInForce {
  readonly id: string
  readonly mode: 'prepared_file' | 'form'
  readonly categories: readonly string[]
}

/** The mandate of this login for this company, if it is in force on that day (product A5; decision: mandates). */
export async function findMandateInForce(
  tx: Tx,
  profileId: string,
  employerId: string,
  on: LocalDate,
): Promise<MandateInForce | undefined> {
  const row = await tx
    .selectFrom('mandates')
    .select(['id', 'mode'])
    .where('profile_id', '=', profileId)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'active')
    .where('from_on', '<=', on)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', on)]))
    .executeTakeFirst()
  if (!row) return undefined
  const categories = await tx
    .selectFrom('mandate_categories')
    .select('category')
    .where('mandate_id', '=', row.id)
    .orderBy('category')
    .execute()
  return { ...row, categories: categories.map((one) => one.category) }
}

/** A company that lets a firm's person declare, or offers to. */
export interface BoardEntry {
  readonly mandateId: string
  readonly state: 'offered' | 'active'
  readonly mode: 'prepared_file' | 'form'
  readonly untilOn: LocalDate | null
  readonly employer: { readonly id: string; readonly name: string; readonly number: string }
  readonly categories: readonly string[]
}

/** Everything a firm's person may take in hand or answer, by company name (decision: people, logins, tenants). */
export async function listBoard(tx: Tx, profileId: string, on: LocalDate): Promise<BoardEntry[]> {
  const rows = await tx
    .selectFrom('mandates')
    .innerJoin('employers', 'employers.id', 'mandates.employer_id')
    .leftJoin('mandate_categories', 'mandate_categories.mandate_id', 'mandates.id')
    .select((select) => [
      'mandates.id',
      'mandates.state',
      'mandates.mode',
      'mandates.until_on',
      'employers.id as employer_id',
      'employers.name',
      'employers.employer_number',
      select.fn.agg<string[] | null>('array_agg', ['mandate_categories.category']).as('categories'),
    ])
    .where('mandates.profile_id', '=', profileId)
    .where('mandates.state', 'in', ['offered', 'active'])
    .where((where) =>
      where.or([where('mandates.until_on', 'is', null), where('mandates.until_on', '>=', on)]),
    )
    .groupBy(['mandates.id', 'employers.id'])
    .orderBy('employers.name')
    .execute()
  return rows.map((row) => ({
    mandateId: row.id,
    state: row.state === 'offered' ? 'offered' : 'active',
    mode: row.mode,
    untilOn: row.until_on as LocalDate | null,
    employer: { id: row.employer_id, name: row.name, number: row.employer_number },
    categories: (row.categories ?? []).filter(Boolean).sort(),
  }))
}
