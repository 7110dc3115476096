import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export interface DepositsTable {
  id: Generated<string>
  profile_id: string
  employer_id: string | null
  category: string | null
  year: number | null
  quarter: 1 | 2 | 3 | 4 | null
  file_name: string
  size_bytes: bigint
  received_bytes: Generated<bigint>
  state: 'receiving' | 'received' | 'checked' | 'refused' | 'cancelled'
  mark: Generated<string>
  instead_of: string | null
  refusal: string | null
  refusal_details: ColumnType<Record<string, string>, string | undefined, string>
  file_id: string | null
  declaration_id: string | null
  started_at: Date
  seen_at: Date
  received_at: Date | null
  finished_at: Date | null
}

export interface DeclarationsTable {
  id: Generated<string>
  employer_id: string
  category: string
  year: number
  quarter: 1 | 2 | 3 | 4
  state: 'checked' | 'sent' | 'replaced' | 'abandoned'
  file_id: string | null
  file_name: string
  file_sha256: Buffer
  layout: string
  encoding: string
  lines: number
  accepted_lines: number
  salary_centimes: bigint
  employee_centimes: bigint
  employer_centimes: bigint
  uploaded_by: string
  uploaded_at: Date
  receipt_number: string | null
  sent_by: string | null
  sent_at: Date | null
  version: Generated<number>
  deposit_id: string | null
  made_by: Generated<'file' | 'form' | 'nil'>
  revision: Generated<number>
  replaces: string | null
  content_file_id: string | null
  source_lines: number[] | null
  doubtful_lines: Generated<number>
}

export interface DeclarationLinesTable {
  declaration_id: string
  employer_id: string
  line: number
  record_code: '2' | '7'
  member_number: string
  last_name: string
  first_name: string
  exit_on: string | null
  identity_key: Buffer | null
  employee_rate: number
  employer_rate: number
  salary_centimes: bigint
  employee_centimes: bigint
  employer_centimes: bigint
  staff_number: Generated<string>
  sex: 'M' | 'F'
  nationality: 'M' | 'A'
  joined_on: string | null
  born_on: string | null
  marital_status: 'C' | 'M' | 'D' | 'V' | null
  children: number | null
  identity_sealed: Buffer | null
  cnss_number: Generated<string>
  phone: Generated<string>
  email: Generated<string>
}

/** A line that is not taken, as it was written: sealed, to be corrected in place. */
export interface RefusedLinesTable {
  declaration_id: string
  employer_id: string
  line: number
  sealed: Buffer
}

export interface DeclarationFindingsTable {
  id: GeneratedAlways<bigint>
  declaration_id: string
  employer_id: string
  line: number
  column: number
  field: string
  code: string
  severity: 'blocking' | 'to_confirm' | 'information'
  value: string
  correction: string | null
  params: ColumnType<Record<string, string>, string, string>
  confirmed_reason: string | null
  confirmed_by: string | null
  confirmed_at: Date | null
}

/** A correction made at the desk: the content before and after, to be undone until the declaration is sent. */
export interface DeclarationCorrectionsTable {
  id: Generated<string>
  sequence: GeneratedAlways<bigint>
  declaration_id: string
  employer_id: string
  kind: 'line' | 'removal' | 'addition' | 'cause' | 'file'
  code: string | null
  field: string | null
  line: number | null
  lines: number
  before_file_id: string | null
  after_file_id: string
  sent_file_id: string | null
  made_by: string
  made_at: Date
  undone_by: string | null
  undone_at: Date | null
}

/** Somebody who made a declaration what it is: prepared, corrected, settled a doubt. */
export interface DeclarationHandsTable {
  declaration_id: string
  employer_id: string
  worked_by: string
  worked_at: Date
}

/** Findings counted by cause and by the reason they are confirmed for; the database keeps it. */
export interface DeclarationCausesTable {
  declaration_id: string
  employer_id: string
  severity: 'blocking' | 'to_confirm' | 'information'
  code: string
  field: string
  reason: string
  findings: number
  correctable: number
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    deposits: DepositsTable
    declarations: DeclarationsTable
    refused_lines: RefusedLinesTable
    declaration_lines: DeclarationLinesTable
    declaration_findings: DeclarationFindingsTable
    declaration_causes: DeclarationCausesTable
    declaration_hands: DeclarationHandsTable
    declaration_corrections: DeclarationCorrectionsTable
  }
}
