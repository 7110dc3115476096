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

const rowsAtOnce = 1000

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
  const owner = { declaration_id: id, employer_id: check.employerId }
  for (const lines of inChunks(result.declaredLines)) {
    await tx
      .insertInto('declaration_lines')
      .values(lines.map((line) => ({ ...owner, ...lineRow(line, keyring) })))
      .execute()
  }
  for (const findings of inChunks(result.findings)) {
    await tx
      .insertInto('declaration_findings')
      .values(findings.map((finding) => ({ ...owner, ...findingRow(finding) })))
      .execute()
  }
  return id
}

function lineRow(line: DeclaredLine, keyring: Keyring) {
  return {
    line: line.line,
    record_code: line.leaving ? ('7' as const) : ('2' as const),
    member_number: line.memberNumber ?? '000000000',
    last_name: line.lastName,
    first_name: line.firstName,
    exit_on: line.leftOn,
    identity_key: line.identityNumber
      ? identityKey(keyring, { kind: 'cin', number: line.identityNumber })
      : null,
    employee_rate: line.employeeRate,
    employer_rate: line.employerRate,
    salary_centimes: line.salary,
    employee_centimes: line.employee,
    employer_centimes: line.employer,
  }
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
    confirmed_reason: null,
    confirmed_by: null,
    confirmed_at: null,
  }
}

function inChunks<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let from = 0; from < all.length; from += rowsAtOnce)
    chunks.push(all.slice(from, from + rowsAtOnce))
  return chunks
}
