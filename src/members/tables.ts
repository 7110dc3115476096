import type { Generated } from 'kysely'
import type { QuarterNumber } from '../calendar/index.ts'

/** `provisional`: declared without a number, waits for an agent (decision «Zero matricule»). */
export type MembershipState = 'known' | 'provisional' | 'refused' | 'merged'

export interface MembershipsTable {
  id: Generated<string>
  employer_id: string
  category: string
  member_number: string
  last_name: string
  first_name: string
  staff_number: Generated<string>
  sex: 'M' | 'F'
  nationality: 'M' | 'A'
  joined_on: string
  born_on: string
  family_situation: 'C' | 'M' | 'D' | 'V'
  children: Generated<number>
  identity_sealed: Buffer | null
  identity_key: Buffer | null
  cnss_number: Generated<string>
  phone: Generated<string>
  email: Generated<string>
  left_on: string | null
  state: Generated<MembershipState>
  declared_at: Generated<Date | null>
  decided_by: Generated<string | null>
  decided_at: Generated<Date | null>
  decision_note: Generated<string>
  version: Generated<number>
  provisional_number: Generated<string | null>
  merged_into: Generated<string | null>
  decision_told_at: Generated<Date | null>
}

export interface CareersTable {
  employer_id: string
  category: string
  year: number
  quarter: QuarterNumber
  membership_id: string
  declaration_id: string
  salary_centimes: bigint
  employee_centimes: bigint
  employer_centimes: bigint
}

export interface ReadingAlertsTable {
  id: Generated<string>
  employer_id: string | null
  reader_kind: 'profile' | 'agent' | 'key'
  reader_id: string
  reader_name: string
  members: number
  at: Date
  seen_by: Generated<string | null>
  seen_at: Generated<Date | null>
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    memberships: MembershipsTable
    careers: CareersTable
    reading_alerts: ReadingAlertsTable
  }
}
