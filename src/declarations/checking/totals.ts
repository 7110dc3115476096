import { add, type Dirhams, subtract, sum, zeroDirhams } from '../../money/index.ts'
import type { CategoryTotals, DeclaredLine } from './declared-line.ts'

/** Adds up rounded lines, category by category: each line is rounded first, so the lines explain the total (contribution-file.md). */
export class TotalsByCategory {
  readonly #running = new Map<string, Running>()

  add(line: DeclaredLine): void {
    const running = this.#running.get(line.category) ?? this.#begin(line.category)
    running.members++
    running.salary = add(running.salary, line.salary)
    running.employee = add(running.employee, line.employee)
    running.employer = add(running.employer, line.employer)
  }

  list(): CategoryTotals[] {
    return [...this.#running]
      .map(([category, of]) => ({ category, ...of, total: add(of.employee, of.employer) }))
      .sort((a, b) => (a.category < b.category ? -1 : 1))
  }

  #begin(category: string): Running {
    const running = {
      members: 0,
      salary: zeroDirhams,
      employee: zeroDirhams,
      employer: zeroDirhams,
    }
    this.#running.set(category, running)
    return running
  }
}

/** What is left of totals without some of their lines; a category of which nothing is left goes. */
export function totalsWithout(
  totals: readonly CategoryTotals[],
  some: readonly CategoryTotals[],
): CategoryTotals[] {
  return totals
    .map((of) => {
      const taken = some.find(({ category }) => category === of.category)
      if (!taken) return of
      return {
        category: of.category,
        members: of.members - taken.members,
        salary: subtract(of.salary, taken.salary),
        employee: subtract(of.employee, taken.employee),
        employer: subtract(of.employer, taken.employer),
        total: subtract(of.total, taken.total),
      }
    })
    .filter(({ members }) => members > 0)
}

interface Running {
  members: number
  salary: Dirhams
  employee: Dirhams
  employer: Dirhams
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
