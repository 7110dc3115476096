import { add, type Dirhams, sum, zeroDirhams } from '../../money/index.ts'
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
