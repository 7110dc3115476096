import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import type { RefusedLine } from './checking/check-declaration.ts'
import type { DeclaredLine } from './checking/declared-line.ts'
import type { Finding } from './checking/finding.ts'

/** Whose rows: one declaration of one company. */
export interface Owner {
  readonly declarationId: string
  readonly employerId: string
}

const rowsAtOnce = 5000

// One array a column: a hundred thousand rows take a third of the processor that separate values take.
const insertLines = `
  insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
    exit_on, identity_key, employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes,
    staff_number, sex, nationality, joined_on, born_on, marital_status, children, identity_sealed, cnss_number, phone,
    email)
  select $1::uuid, $2::uuid, line, record_code, member_number, last_name, first_name, exit_on,
    decode(identity_key, 'hex'), employee_rate, employer_rate, salary, employee, employer, staff_number, sex,
    nationality, joined_on, born_on, marital_status, children, decode(identity_sealed, 'hex'), cnss_number, phone, email
  from unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[], $10::integer[],
    $11::integer[], $12::bigint[], $13::bigint[], $14::bigint[], $15::text[], $16::text[], $17::text[], $18::date[],
    $19::date[], $20::text[], $21::smallint[], $22::text[], $23::text[], $24::text[], $25::text[])
    as one (line, record_code, member_number, last_name, first_name, exit_on, identity_key, employee_rate,
      employer_rate, salary, employee, employer, staff_number, sex, nationality, joined_on, born_on, marital_status,
      children, identity_sealed, cnss_number, phone, email)`

// oxlint-disable-next-line max-params -- the transaction, the key, whose rows, and the rows
export async function saveLines(
  tx: Tx,
  keyring: Keyring,
  { declarationId, employerId }: Owner,
  all: readonly DeclaredLine[],
): Promise<void> {
  for (const lines of inChunks(all)) {
    await tx.named('declaration_save_lines', insertLines, [
      declarationId,
      employerId,
      ...lineColumns(lines, keyring),
    ])
  }
}

function lineColumns(lines: readonly DeclaredLine[], keyring: Keyring): unknown[] {
  const identities = lines.map((one) => identityOf(one, keyring))
  return [
    lines.map((one) => one.line),
    lines.map((one) => (one.leaving ? '7' : '2')),
    lines.map((one) => one.memberNumber ?? '000000000'),
    lines.map((one) => one.lastName),
    lines.map((one) => one.firstName),
    lines.map((one) => one.leftOn),
    identities.map((one) => one.key),
    lines.map((one) => one.employeeRate),
    lines.map((one) => one.employerRate),
    lines.map((one) => one.salary),
    lines.map((one) => one.employee),
    lines.map((one) => one.employer),
    lines.map((one) => one.staffNumber),
    lines.map((one) => one.sex),
    lines.map((one) => one.nationality),
    lines.map((one) => one.joinedOn),
    lines.map((one) => one.bornOn),
    lines.map((one) => one.maritalStatus),
    lines.map((one) => one.children),
    identities.map((one) => one.sealed),
    lines.map((one) => one.cnssNumber ?? ''),
    lines.map((one) => one.mobile ?? ''),
    lines.map((one) => one.email ?? ''),
  ]
}

/** Kept for those whom the fund does not know yet; of the others it already has the number. */
function identityOf({ identityNumber, memberNumber }: DeclaredLine, keyring: Keyring) {
  if (!identityNumber) return { key: null, sealed: null }
  const key = identityKey(keyring, { kind: 'cin', number: identityNumber }).toString('hex')
  return { key, sealed: memberNumber ? null : keyring.seal(identityNumber).toString('hex') }
}

// oxlint-disable-next-line max-params -- the transaction, the key, whose rows, and the rows
export async function saveRefusedLines(
  tx: Tx,
  keyring: Keyring,
  { declarationId, employerId }: Owner,
  all: readonly RefusedLine[],
): Promise<void> {
  for (const lines of inChunks(all)) {
    await tx.named(
      'declaration_save_refused',
      `insert into refused_lines (declaration_id, employer_id, line, sealed)
       select $1::uuid, $2::uuid, line, decode(sealed, 'hex') from unnest($3::integer[], $4::text[]) as one (line, sealed)`,
      [
        declarationId,
        employerId,
        lines.map((one) => one.line),
        lines.map((one) => keyring.seal(one.text).toString('hex')),
      ],
    )
  }
}

const insertFindings = `
  insert into declaration_findings (declaration_id, employer_id, line, "column", field, code, severity, value,
    correction, params)
  select $1::uuid, $2::uuid, line, "column", field, code, severity, value, correction, params::jsonb
  from unnest($3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
    as one (line, "column", field, code, severity, value, correction, params)`

export async function saveFindings(
  tx: Tx,
  { declarationId, employerId }: Owner,
  all: readonly Finding[],
): Promise<void> {
  for (const findings of inChunks(all)) {
    await tx.named('declaration_save_findings', insertFindings, [
      declarationId,
      employerId,
      ...findingColumns(findings),
    ])
  }
}

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

/** A doubt that somebody settled: the same line, code and value are not asked about twice. */
export interface Confirmed {
  readonly line: number
  readonly code: string
  readonly value: string
  readonly confirmed_reason: string | null
  readonly confirmed_by: string | null
  readonly confirmed_at: Date | null
}

export async function keepConfirmations(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<Confirmed[]> {
  return tx
    .selectFrom('declaration_findings')
    .select(['line', 'code', 'value', 'confirmed_reason', 'confirmed_by', 'confirmed_at'])
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('confirmed_at', 'is not', null)
    .execute()
}

export async function restoreConfirmations(
  tx: Tx,
  { declarationId, employerId }: Owner,
  confirmed: readonly Confirmed[],
): Promise<void> {
  for (const some of inChunks(confirmed)) {
    await tx.named(
      'declaration_restore_confirmations',
      `update declaration_findings as f
       set confirmed_reason = one.reason, confirmed_by = one.by, confirmed_at = one.at
       from unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[])
         as one (line, code, value, reason, by, at)
       where f.declaration_id = $1 and f.employer_id = $2 and f.severity = 'to_confirm'
         and f.line = one.line and f.code = one.code and f.value = one.value`,
      [
        declarationId,
        employerId,
        some.map((one) => one.line),
        some.map((one) => one.code),
        some.map((one) => one.value),
        some.map((one) => one.confirmed_reason),
        some.map((one) => one.confirmed_by),
        some.map((one) => one.confirmed_at?.toISOString() ?? null),
      ],
    )
  }
}

export async function deleteRows(tx: Tx, { declarationId, employerId }: Owner): Promise<void> {
  for (const table of ['declaration_lines', 'refused_lines', 'declaration_findings'] as const) {
    await tx
      .deleteFrom(table)
      .where(sql.ref('declaration_id'), '=', declarationId)
      .where(sql.ref('employer_id'), '=', employerId)
      .execute()
  }
}

function inChunks<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let from = 0; from < all.length; from += rowsAtOnce)
    chunks.push(all.slice(from, from + rowsAtOnce))
  return chunks
}
