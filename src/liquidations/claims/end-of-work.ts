import type { LocalDate, Quarter } from '../../calendar/index.ts'

/** What the declarations say of somebody's leaving: record code 7, with its exit date (layout, «Structure 190»). */
export interface DeclaredExit {
  readonly on: LocalDate
  readonly quarter: Quarter
}

export type EndComparison = 'agrees' | 'differs' | 'not_declared'

/** The end of employment that a claim states, beside the one that was declared (product L2). */
export function compareEnd(stated: LocalDate, declared: DeclaredExit | null): EndComparison {
  if (!declared) return 'not_declared'
  return declared.on === stated ? 'agrees' : 'differs'
}
