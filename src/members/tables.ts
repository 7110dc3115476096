import type { Generated } from 'kysely'

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
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    memberships: MembershipsTable
  }
}
