import { add, type Dirhams, sum, zeroDirhams } from '../../money/index.ts'
import type { CategoryTotals, DeclaredLine } from './declared-line.ts'

/** Adds up rounded lines, category by category: each line is rounded first, so the lines explain the total (contribution-file.md). */
export class TotalsByCategory {
  readonly #totals = new Map<string, CategoryTotals>()

  add(line: DeclaredLine): void {
    const so = this.#totals.get(line.category) ?? nothingYet(line.category)
    this.#totals.set(line.category, {
      category: line.category,
      members: so.members + 1,
      salary: add(so.salary, line.salary),
      employee: add(so.employee, line.employee),
      employer: add(so.employer, line.employer),
      total: sum([so.total, line.employee, line.employer]),
    })
  }

  list(): CategoryTotals[] {
    return [...this.#totals.values()].sort((a, b) => (a.category < b.category ? -1 : 1))
  }
}

/** The foot of the table: all categories together. */
export function grandTotal(totals: readonly CategoryTotals[]): Omit<CategoryTotals, 'category'> {
  const all = (amount: (of: CategoryTotals) => Dirhams) => sum(totals.map(amount))
  return {
    members: totals.reduce((count, of) => count + of.members, 0),
    salary: all((of) => of.salary),
    employee: all((of) => of.employee),
    employer: all((of) => of.employer),
    total: all((of) => of.total),
  }
}

function nothingYet(category: string): CategoryTotals {
  return {
    category,
    members: 0,
    salary: zeroDirhams,
    employee: zeroDirhams,
    employer: zeroDirhams,
    total: zeroDirhams,
  }
}
