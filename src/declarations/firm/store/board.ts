import { type LocalDate, quarterFrom } from '../../../calendar/index.ts'
import { centimes } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Granted } from '../board.ts'

interface StoredCheck {
  readonly id: string
  readonly version: number
  readonly quarter: string
  readonly lines: number
  readonly salary: string
  readonly total: string
  readonly isReady: boolean
  readonly isOfSheet: boolean
}

interface Row {
  readonly employer_id: string
  readonly name: string
  readonly employer_number: string
  readonly mode: 'prepared_file' | 'form'
  readonly until_on: LocalDate | null
  readonly category: string
  readonly label: string
  readonly active_from: LocalDate
  readonly active_until: LocalDate | null
  readonly sent: readonly (readonly [string, string])[] | null
  readonly checks: readonly StoredCheck[] | null
  readonly drafts: readonly string[] | null
}

// A check is ready when all its lines are good, every doubt has its reason and its sheet says nothing else since: what
// stands before the sending of one, asked of all at once.
const board = `
  select e.id as employer_id, e.name, e.employer_number, m.mode, m.until_on, t.category, t.label, t.active_from,
    t.active_until,
    (select json_agg(json_build_array(d.year || 'T' || d.quarter, (d.employee_centimes + d.employer_centimes)::text))
      from declarations d where d.employer_id = e.id and d.category = t.category and d.state = 'sent') as sent,
    (select json_agg(json_build_object('id', d.id, 'version', d.version, 'quarter', d.year || 'T' || d.quarter,
        'lines', d.accepted_lines, 'salary', d.salary_centimes::text,
        'total', (d.employee_centimes + d.employer_centimes)::text,
        'isOfSheet', d.made_by = 'form',
        'isReady', d.lines > 0 and d.lines = d.accepted_lines and not exists (select from declaration_findings f
          where f.declaration_id = d.id and (f.severity = 'blocking'
            or (f.severity = 'to_confirm' and f.confirmed_at is null)))
          and not exists (select from entry_checks s join entry_drafts w on w.id = s.draft_id and w.employer_id = s.employer_id
            where s.declaration_id = d.id and s.draft_version <> w.version)))
      from declarations d where d.employer_id = e.id and d.category = t.category and d.state = 'checked') as checks,
    (select json_agg(w.year || 'T' || w.quarter) from entry_drafts w
      where w.employer_id = e.id and w.category = t.category and w.version > 0) as drafts
  from mandates m
  join employers e on e.id = m.employer_id and e.state = 'active'
  join mandate_categories c on c.mandate_id = m.id
  join employer_categories t on t.employer_id = c.employer_id and t.category = c.category
  where m.profile_id = $1 and m.state = 'active' and m.from_on <= $2::date
    and (m.until_on is null or m.until_on >= $2::date)
  order by e.name, e.id, t.category`

/** Everything about every category that a mandate in force grants this login today, in one query. */
export async function listGranted(tx: Tx, profileId: string, on: LocalDate): Promise<Granted[]> {
  const rows = await tx.named<Row & Record<string, unknown>>('firm_board', board, [profileId, on])
  return rows.map((row) => ({
    company: { id: row.employer_id, name: row.name, number: row.employer_number },
    mode: row.mode,
    untilOn: row.until_on,
    category: {
      category: row.category,
      label: row.label,
      activeFrom: row.active_from,
      activeUntil: row.active_until,
    },
    sent: (row.sent ?? []).map(([quarter, total]) => ({
      quarter: quarterFrom(quarter),
      total: centimes(BigInt(total)),
    })),
    checks: (row.checks ?? []).map((check) => ({
      ...check,
      quarter: quarterFrom(check.quarter),
      salary: centimes(BigInt(check.salary)),
      total: centimes(BigInt(check.total)),
    })),
    drafts: (row.drafts ?? []).map(quarterFrom),
  }))
}
