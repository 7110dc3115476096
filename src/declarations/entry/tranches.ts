import { firstDay, formatQuarter } from '../../calendar/index.ts'
import { compareDirhams, type Dirhams, subtract, zeroDirhams } from '../../money/index.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { trancheTwoOf, twoTrancheProduct } from '../checking/contribution-rates.ts'
import { isOpen } from '../declaration.ts'
import type { CategoryTerms } from '../store/declarations.ts'
import { getPeriod, type OpenPeriod, type Workspace } from '../workspace.ts'

/** A category declared in two lines: the salary is typed once, and what exceeds the ceiling goes to the second. */
export interface Tranches {
  readonly ceiling: Dirhams
  readonly twoCategory: string
  /** Nothing when the second category is not this declarant's: the first one stops at its ceiling. */
  readonly two: OpenPeriod | null
}

/** The two tranches of a period, when its category has any (contribution-file.md, TCNSS). */
export async function readTranches(
  tx: Tx,
  workspace: Workspace,
  { terms, quarter }: OpenPeriod,
): Promise<Tranches | null> {
  const twoCategory = trancheTwoIn(workspace.terms, terms)
  if (twoCategory === undefined) return null
  const ceiling = await getParameter(tx, 'tranche_one_ceiling', firstDay(quarter))
  const second = workspace.terms.find((one) => one.category === twoCategory)
  const isDeclared =
    second?.product === twoTrancheProduct && isOpen(second, quarter, workspace.today)
  const two = isDeclared ? getPeriod(workspace, twoCategory, formatQuarter(quarter)) : null
  return { ceiling, twoCategory, two }
}

/** The ranges of the categories overlap: one that is the second of another of the company is not a first itself. */
function trancheTwoIn(
  all: readonly CategoryTerms[],
  { category, product }: CategoryTerms,
): string | undefined {
  if (product !== twoTrancheProduct || firstOf(all, { category, product })) return undefined
  return trancheTwoOf(category)
}

/** The category of the first tranche, for a category that is the second one: both are typed there. */
export function firstOf(
  all: readonly CategoryTerms[],
  { category, product }: Pick<CategoryTerms, 'category' | 'product'>,
): CategoryTerms | undefined {
  if (product !== twoTrancheProduct) return undefined
  return all.find(
    (one) => one.product === twoTrancheProduct && trancheTwoOf(one.category) === category,
  )
}

/** Up to the ceiling, and above it. */
export function splitSalary(
  salary: Dirhams,
  ceiling: Dirhams,
): { readonly one: Dirhams; readonly two: Dirhams } {
  return compareDirhams(salary, ceiling) > 0
    ? { one: ceiling, two: subtract(salary, ceiling) }
    : { one: salary, two: zeroDirhams }
}
