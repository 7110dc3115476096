import type { LeftReason } from './left-part.ts'

export interface FirmPartsTable {
  deposit_id: string
  part: number
  profile_id: string
  employer_number: string
  category: string
  period: string
  source_lines: number[]
  employer_id: string | null
  declaration_id: string | null
  left_for: LeftReason | null
  instead_of: string | null
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    firm_parts: FirmPartsTable
  }
}
