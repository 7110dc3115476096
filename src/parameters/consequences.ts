import type { LocalDate, Quarter } from '../calendar/index.ts'
import type { Dirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { ParameterKey } from './parameter-catalogue.ts'

/** What was already worked out for the days that a past date reaches. */
export interface Touched {
  readonly declarations: number
  readonly employers: number
}

/** What the declarations of a quarter would have given at the proposed rates (product G4). */
export interface DryRun {
  readonly quarter: Quarter
  readonly employers: number
  readonly changedEmployers: number
  readonly lines: number
  /** Lines at an employee's rate that the proposed table does not have. */
  readonly unpricedLines: number
  readonly before: Dirhams
  readonly after: Dirhams
  /** The companies whose amount changes most. */
  readonly most: readonly DryRunLine[]
}

export interface DryRunLine {
  readonly employerNumber: string
  readonly name: string
  readonly before: Dirhams
  readonly after: Dirhams
}

/**
 * What a change would do beyond this module, as the modules above it tell: they know declarations, which parameters
 * must not.
 */
export interface Consequences {
  readonly touched: (tx: Tx, key: ParameterKey, from: LocalDate) => Promise<Touched | null>
  readonly tryOut: (
    tx: Tx,
    key: ParameterKey,
    value: unknown,
    today: LocalDate,
  ) => Promise<DryRun | null>
}
