import type { Milestone } from './nearing.ts'

export interface RetirementNoticesTable {
  employer_id: string
  membership_id: string
  milestone: Milestone
  pension_on: string
  told_at: Date
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    retirement_notices: RetirementNoticesTable
  }
}
