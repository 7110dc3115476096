import type { ColumnType, Generated } from 'kysely'
import type { ImportSeverity } from './import-finding.ts'
import type { ImportKind, ImportState } from './import-kind.ts'
import type { Values } from './read-row.ts'

type Json<T> = ColumnType<T, string, never>

export interface ImportsTable {
  id: string
  kind: ImportKind
  state: Generated<ImportState>
  file_id: string
  file_name: string
  file_sha256: Buffer
  encoding: string | null
  fields: Generated<string[]>
  lines: Generated<number>
  new_lines: Generated<number>
  changed_lines: Generated<number>
  same_lines: Generated<number>
  refused_lines: Generated<number>
  reached_employer: Generated<string>
  reached_line: Generated<number>
  done_lines: Generated<number>
  check_run: Generated<number>
  uploaded_by: string | null
  uploaded_at: Date
  checked_at: Date | null
  asked_by: string | null
  asked_at: Date | null
  decided_by: string | null
  decided_at: Date | null
  applied_at: Date | null
  skipped_lines: Generated<number>
  version: Generated<number>
}

export interface ImportRowsTable {
  import_id: string
  line: number
  employer_number: string
  employer_id: string | null
  action: 'new' | 'changed'
  label: string
  fields: Json<Values>
  before: Json<Values>
  identity_sealed: Buffer | null
}

export interface ImportFindingsTable {
  import_id: string
  line: number
  position: number
  column: number
  field: string
  code: string
  severity: ImportSeverity
  value: string
  correction: string | null
  params: Json<Record<string, string>>
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    imports: ImportsTable
    import_rows: ImportRowsTable
    import_findings: ImportFindingsTable
  }
}
