import { type Declarant, nobody } from '../declarant.ts'
import { type Selectable, sql } from 'kysely'
import { formatQuarter, type LocalDate, type Quarter } from '../../calendar/index.ts'
import { listNewcomerSalaries } from '../../members/store/careers.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { copyOut } from '../../platform/db/copy-out.ts'
import { NumberedText } from '../checking/numbered-text.ts'
import type { Period } from '../declaration.ts'
import type { DeclarationFindingsTable, DeclarationsTable } from '../tables.ts'

/** A declaration as the pages show it. */
export interface Declaration {
  readonly id: string
  readonly category: string
  readonly quarter: Quarter
  readonly state: DeclarationsTable['state']
  readonly fileName: string
  readonly fileSha256: Buffer
  readonly layout: string
  readonly encoding: string
  readonly lines: number
  readonly acceptedLines: number
  /** Good lines with a doubt that nobody has settled yet. */
  readonly doubtfulLines: number
  readonly salary: Dirhams
  readonly employee: Dirhams
  readonly employer: Dirhams
  readonly uploadedBy: string
  readonly uploadedAt: Date
  readonly receiptNumber: string | null
  readonly sentBy: string | null
  readonly sentAt: Date | null
  readonly version: number
  readonly depositId: string | null
  readonly madeBy: 'file' | 'form' | 'nil'
  readonly revision: number
  readonly replaces: string | null
}

export const columns = [
  'id',
  'category',
  'year',
  'quarter',
  'state',
  'file_name',
  'file_sha256',
  'layout',
  'encoding',
  'lines',
  'accepted_lines',
  'doubtful_lines',
  'salary_centimes',
  'employee_centimes',
  'employer_centimes',
  'uploaded_by',
  'uploaded_at',
  'receipt_number',
  'sent_by',
  'sent_at',
  'version',
  'deposit_id',
  'made_by',
  'revision',
  'replaces',
] as const

type Row = Pick<Selectable<DeclarationsTable>, (typeof columns)[number]>

export function declarationFrom(row: Row): Declaration {
  return {
    id: row.id,
    category: row.category,
    quarter: { year: row.year, quarter: row.quarter },
    state: row.state,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    layout: row.layout,
    encoding: row.encoding,
    lines: row.lines,
    acceptedLines: row.accepted_lines,
    doubtfulLines: row.doubtful_lines,
    salary: centimes(row.salary_centimes),
    employee: centimes(row.employee_centimes),
    employer: centimes(row.employer_centimes),
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    receiptNumber: row.receipt_number,
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    version: row.version,
    depositId: row.deposit_id,
    madeBy: row.made_by,
    revision: row.revision,
    replaces: row.replaces,
  }
}

export async function findDeclaration(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Declaration | undefined> {
  const row = await tx
    .selectFrom('declarations')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && declarationFrom(row)
}

/** What stands for a period: the last version that was sent. */
export async function findSent(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<Declaration | undefined> {
  const row = await sentIn(tx, employerId, category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .executeTakeFirst()
  return row && declarationFrom(row)
}

/** What was sent last in the category for a quarter before this one. */
export async function findSentBefore(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<Declaration | undefined> {
  const row = await sentIn(tx, employerId, category)
    .where(sql<boolean>`(year, quarter) < (${quarter.year}::int, ${quarter.quarter}::int)`)
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && declarationFrom(row)
}

function sentIn(tx: Tx, employerId: string, category: string) {
  return tx
    .selectFrom('declarations')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('state', '=', 'sent')
}

/**
 * Whoever checks or sends for one period takes turns from here to the end of the transaction: two people of one company
 * may upload at the same instant, and one active declaration remains (invariant I5). Taken before any row of the period.
 */
export async function lockPeriod(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<void> {
  const key = `declaration ${employerId} ${category} ${formatQuarter(quarter)}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

export async function lockDeclaration(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Declaration | undefined> {
  const row = await tx
    .selectFrom('declarations')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && declarationFrom(row)
}

export interface Content {
  readonly id: string
  readonly sha256: Buffer
  readonly size: number
  readonly name: string
}

/** What a check is about now: the file as it came, or as it was corrected here. */
export async function findContent(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Content | undefined> {
  const row = await tx
    .selectFrom('declarations')
    .innerJoin('files', 'files.id', 'declarations.content_file_id')
    .select(['files.id', 'files.sha256', 'files.size', 'files.name'])
    .where('declarations.employer_id', '=', employerId)
    .where('declarations.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, size: Number(row.size) }
}

/** Checks in progress and sent declarations of the given categories, newest first. */
export async function listDeclarations(
  tx: Tx,
  employerId: string,
  categories: readonly string[],
): Promise<Declaration[]> {
  if (categories.length === 0) return []
  const rows = await tx
    .selectFrom('declarations')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('category', 'in', [...categories])
    .where('state', 'in', ['checked', 'sent'])
    .orderBy('uploaded_at', 'desc')
    .limit(1000)
    .execute()
  return rows.map(declarationFrom)
}

export type FindingRow = Pick<
  Selectable<DeclarationFindingsTable>,
  | 'line'
  | 'column'
  | 'field'
  | 'code'
  | 'severity'
  | 'value'
  | 'correction'
  | 'params'
  | 'confirmed_reason'
>

/** What each member was declared to earn, by their number. */
export interface SalariesByMember {
  get(memberNumber: string): Dirhams | undefined
}

/** Salaries declared for a category and quarter, by member: what its next file is compared with. */
export async function listSalaries(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<SalariesByMember> {
  const [lines, newcomers] = await Promise.all([
    copyOut(
      tx,
      sql`select line.member_number, line.salary_centimes
        from declaration_lines line join declarations d on d.id = line.declaration_id
        where d.employer_id = ${employerId} and d.category = ${category} and d.year = ${quarter.year}
          and d.quarter = ${quarter.quarter} and d.state = 'sent'`,
    ),
    listNewcomerSalaries(tx, employerId, { category, quarter }),
  ])
  const declared = new NumberedText(lines)
  return {
    get(memberNumber) {
      const salary = declared.get(memberNumber)
      return (
        newcomers.get(memberNumber) ?? (salary === undefined ? undefined : centimes(BigInt(salary)))
      )
    },
  }
}

export interface CategoryTerms {
  readonly category: string
  readonly label: string
  readonly product: string
  readonly employeeRate: number
  readonly employerRate: number
  readonly activeFrom: LocalDate
  readonly activeUntil: LocalDate | null
}

/** Categories of the employer with their terms, among those of a mandate. */
export async function listTerms(
  tx: Tx,
  employerId: string,
  categories: readonly string[],
): Promise<CategoryTerms[]> {
  if (categories.length === 0) return []
  const rows = await tx
    .selectFrom('employer_categories')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('category', 'in', [...categories])
    .orderBy('category')
    .execute()
  return rows.map((row) => ({
    category: row.category,
    label: row.label,
    product: row.product,
    employeeRate: row.employee_rate,
    employerRate: row.employer_rate,
    activeFrom: row.active_from as LocalDate,
    activeUntil: row.active_until as LocalDate | null,
  }))
}

export async function findDeclarant(tx: Tx, declarantId: string): Promise<Declarant> {
  const row = await tx
    .selectFrom('profiles')
    .select([
      sql<string>`first_name || ' ' || last_name`.as('name'),
      sql<boolean>`false`.as('isSoftware'),
    ])
    .where('id', '=', declarantId)
    .unionAll(
      tx
        .selectFrom('machine_keys')
        .select(['name', sql<boolean>`true`.as('isSoftware')])
        .where('id', '=', declarantId),
    )
    .executeTakeFirst()
  return row ?? nobody
}

/** Who is named on a declaration, as its receipt names them: people, or the company's software by its key. */
export async function findName(tx: Tx, declarantId: string): Promise<string> {
  return (await findDeclarant(tx, declarantId)).name
}

export async function nextReceiptSequence(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ next: bigint }>`select nextval('receipt_numbers') as next`.execute(
    tx,
  )
  const [row] = rows
  if (!row) throw new Error('the receipt sequence gave no number')
  return row.next
}
