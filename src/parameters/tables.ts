export interface ParametersTable {
  key: string
  valid_from: string
  value: unknown
  source: string
  illustrative: boolean
}

export interface HolidaysTable {
  holiday_on: string
  name_fr: string
  name_ar: string
  source: string
}

export interface ContributionRatesTable {
  product: 'al_kamil' | 'al_mounassib'
  employee_rate: number
  employer_rate: number
  valid_from: string
  source: string
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    parameters: ParametersTable
    holidays: HolidaysTable
    contribution_rates: ContributionRatesTable
  }
}
