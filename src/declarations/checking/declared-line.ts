import type { LocalDate, Quarter } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'

/** A line without blocking finding, understood and calculated. */
export interface DeclaredLine {
  readonly line: number
  readonly leaving: boolean
  readonly employerNumber: string
  readonly category: string
  /** Nothing for a new member, whose number is still zeros: a provisional one is given. */
  readonly memberNumber: string | null
  readonly employeeRate: number
  readonly employerRate: number
  readonly lastName: string
  readonly firstName: string
  readonly staffNumber: string
  readonly sex: 'M' | 'F'
  readonly nationality: 'M' | 'A'
  readonly joinedOn: LocalDate
  readonly bornOn: LocalDate
  readonly maritalStatus: 'C' | 'M' | 'D' | 'V' | null
  readonly children: number | null
  readonly salary: Dirhams
  readonly leftOn: LocalDate | null
  readonly identityNumber: string | null
  readonly cnssNumber: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly quarter: Quarter
  readonly employee: Dirhams
  readonly employer: Dirhams
}

export interface CategoryTotals {
  readonly category: string
  readonly members: number
  readonly salary: Dirhams
  readonly employee: Dirhams
  readonly employer: Dirhams
  readonly total: Dirhams
}
