import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

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

declare module '../platform/db/schema.ts' {
  interface Schema {
    declarations: DeclarationsTable
    declaration_lines: DeclarationLinesTable
    declaration_findings: DeclarationFindingsTable
  }
}
