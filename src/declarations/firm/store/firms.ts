import { type LocalDate, startOfDay, addDays, type Quarter } from '../../../calendar/index.ts'
import { centimes, type Dirhams } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Company } from '../board.ts'

/** Whose declarations these are, among those that this person may see. */
export async function listEmployersOf(
  tx: Tx,
  declarationIds: readonly string[],
): Promise<Map<string, string>> {
  if (declarationIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('declarations')
    .select(['id', 'employer_id'])
    .where('id', 'in', [...declarationIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row.employer_id]))
}

/** A receipt among those of all companies. */
export interface FirmReceipt {
  readonly declarationId: string
  readonly company: Company
  readonly category: string
  readonly quarter: Quarter
  readonly number: string
  readonly sentAt: Date
  readonly lines: number
  readonly salary: Dirhams
  readonly total: Dirhams
  readonly sha256: Buffer
}

/** What this person sent, newest first; of one day when it is named. */
export async function listFirmReceipts(
  tx: Tx,
  profileId: string,
  { day, limit }: { readonly day: LocalDate | null; readonly limit: number },
): Promise<FirmReceipt[]> {
  let query = tx
    .selectFrom('declarations')
    .innerJoin('employers', 'employers.id', 'declarations.employer_id')
    .select([
      'declarations.id',
      'declarations.category',
      'declarations.year',
      'declarations.quarter',
      'declarations.receipt_number',
      'declarations.sent_at',
      'declarations.accepted_lines',
      'declarations.salary_centimes',
      'declarations.employee_centimes',
      'declarations.employer_centimes',
      'declarations.file_sha256',
      'employers.id as employer_id',
      'employers.name',
      'employers.employer_number',
    ])
    .where('declarations.sent_by', '=', profileId)
    .where('declarations.state', 'in', ['sent', 'replaced'])
  if (day) {
    query = query
      .where('declarations.sent_at', '>=', startOfDay(day))
      .where('declarations.sent_at', '<', startOfDay(addDays(day, 1)))
  }
  const rows = await query
    .orderBy('declarations.sent_at', 'desc')
    .orderBy('employers.name')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    declarationId: row.id,
    company: { id: row.employer_id, name: row.name, number: row.employer_number },
    category: row.category,
    quarter: { year: row.year, quarter: row.quarter },
    number: row.receipt_number ?? '',
    sentAt: row.sent_at ?? new Date(0),
    lines: row.accepted_lines,
    salary: centimes(row.salary_centimes),
    total: centimes(row.employee_centimes + row.employer_centimes),
    sha256: row.file_sha256,
  }))
}
