import type { Quarter } from '../calendar/index.ts'
import { sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import type { CheckResult } from './checking/check-declaration.ts'
import type { DeclaredLine } from './checking/declared-line.ts'
import type { Finding } from './checking/finding.ts'

export interface CheckToSave {
  readonly employerId: string
  readonly profileId: string
  readonly category: string
  readonly quarter: Quarter
  readonly file: { readonly id: string; readonly name: string; readonly sha256: Buffer }
  readonly result: CheckResult
  readonly at: Date
}

const rowsAtOnce = 5000

/** Saves a checked file: its totals, its good lines, every finding. */
export async function saveCheck(tx: Tx, keyring: Keyring, check: CheckToSave): Promise<string> {
  const { result } = check
  const { id } = await tx
    .insertInto('declarations')
    .values({
      employer_id: check.employerId,
      category: check.category,
      year: check.quarter.year,
      quarter: check.quarter.quarter,
      state: 'checked',
      file_id: check.file.id,
      file_name: check.file.name,
      file_sha256: check.file.sha256,
      layout: result.layout ?? 'unknown',
      encoding: result.encoding ?? 'unknown',
      lines: result.lines,
      accepted_lines: result.accepted,
      salary_centimes: sum(result.totals.map((one) => one.salary)),
      employee_centimes: sum(result.totals.map((one) => one.employee)),
      employer_centimes: sum(result.totals.map((one) => one.employer)),
      uploaded_by: check.profileId,
      uploaded_at: check.at,
      receipt_number: null,
      sent_by: null,
      sent_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const owner = [id, check.employerId]
  for (const lines of inChunks(result.declaredLines)) {
    await tx.named('declaration_save_lines', insertLines, [
      ...owner,
      ...lineColumns(lines, keyring),
    ])
  }
  for (const findings of inChunks(result.findings)) {
    await tx.named('declaration_save_findings', insertFindings, [
      ...owner,
      ...findingColumns(findings),
    ])
  }
  return id
}

// One array a column: a hundred thousand rows take a third of the processor that separate values take.
const insertLines = `
  insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
    exit_on, identity_key, employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes)
  select $1::uuid, $2::uuid, line, record_code, member_number, last_name, first_name, exit_on,
    decode(identity_key, 'hex'), employee_rate, employer_rate, salary, employee, employer
  from unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[], $10::integer[],
    $11::integer[], $12::bigint[], $13::bigint[], $14::bigint[])
    as one (line, record_code, member_number, last_name, first_name, exit_on, identity_key, employee_rate,
      employer_rate, salary, employee, employer)`

function lineColumns(lines: readonly DeclaredLine[], keyring: Keyring): unknown[] {
  return [
    lines.map((one) => one.line),
    lines.map((one) => (one.leaving ? '7' : '2')),
    lines.map((one) => one.memberNumber ?? '000000000'),
    lines.map((one) => one.lastName),
    lines.map((one) => one.firstName),
    lines.map((one) => one.leftOn),
    lines.map((one) => identityOf(one, keyring)),
    lines.map((one) => one.employeeRate),
    lines.map((one) => one.employerRate),
    lines.map((one) => one.salary),
    lines.map((one) => one.employee),
    lines.map((one) => one.employer),
  ]
}

function identityOf({ identityNumber }: DeclaredLine, keyring: Keyring): string | null {
  if (!identityNumber) return null
  return identityKey(keyring, { kind: 'cin', number: identityNumber }).toString('hex')
}

const insertFindings = `
  insert into declaration_findings (declaration_id, employer_id, line, "column", field, code, severity, value,
    correction, params)
  select $1::uuid, $2::uuid, line, "column", field, code, severity, value, correction, params::jsonb
  from unnest($3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
    as one (line, "column", field, code, severity, value, correction, params)`

function findingColumns(findings: readonly Finding[]): unknown[] {
  const rows = findings.map(findingRow)
  return [
    rows.map((one) => one.line),
    rows.map((one) => one.column),
    rows.map((one) => one.field),
    rows.map((one) => one.code),
    rows.map((one) => one.severity),
    rows.map((one) => one.value),
    rows.map((one) => one.correction),
    rows.map((one) => one.params),
  ]
}

/** What may hold an identity number is not kept in clear beside its finding: the file has it. */
function findingRow(finding: Finding) {
  const isIdentity = finding.field === 'identityNumber'
  const isWholeLine = finding.field === null
  return {
    line: finding.line,
    column: finding.column,
    field: finding.field ?? '',
    code: finding.code,
    severity: finding.severity,
    value: isIdentity ? '••••' : finding.value,
    correction: isIdentity || isWholeLine ? null : (finding.correction ?? null),
    params: JSON.stringify(isIdentity ? {} : (finding.params ?? {})),
  }
}

function inChunks<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let from = 0; from < all.length; from += rowsAtOnce)
    chunks.push(all.slice(from, from + rowsAtOnce))
  return chunks
}
