import { centimes, decimalString, type Dirhams } from '../../money/index.ts'
import { inFundForm } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'
import type { PreparedContext } from './prepare-context.ts'
import type { SourceLine } from './source-line.ts'

/** A salary of zero, very low, or far from last quarter's is asked about, never refused (contribution-file.md; product D6). */
export function checkSalary(
  salary: Dirhams,
  line: SourceLine,
  context: PreparedContext,
  notes: LineNotes,
): void {
  if (salary === 0n) {
    return notes.found('salary', 'salary_zero', { value: line.text('salary') })
  }
  const last = context.members && lastSalary(line, context)
  if (last !== undefined && last > 0n) {
    return compareWithLast(salary, last, { line, context, notes })
  }
  if (context.lowSalary !== undefined && salary < context.lowSalary) {
    notes.found('salary', 'salary_unusually_low', {
      value: line.text('salary'),
      params: { amount: decimalString(salary) },
    })
  }
}

/** Like with like: a member's two tranches are declared in two categories. */
function lastSalary(
  line: SourceLine,
  { members, onlyCategory }: PreparedContext,
): Dirhams | undefined {
  const known = members?.get(line.text('memberNumber'))
  const category = line.has('category') ? line.text('category') : onlyCategory
  return known?.category === undefined || known.category === category
    ? known?.lastSalary
    : undefined
}

function compareWithLast(
  salary: Dirhams,
  last: Dirhams,
  at: { readonly line: SourceLine; readonly context: PreparedContext; readonly notes: LineNotes },
): void {
  const params = {
    amount: decimalString(salary),
    last: decimalString(last),
    percent: String(((salary - last) * 100n) / last),
  }
  const value = at.line.text('salary')
  const restored = [salary * 10n, salary * 100n].find((amount) => isWithin(amount, last, 10n))
  if (restored !== undefined) {
    // A number printed without its last zeros: 36 000,50 DH written «360005» (contribution-file.md, source c).
    const correction = inFundForm('salary', restored.toString())
    at.notes.found('salary', 'salary_lost_zeros', {
      value,
      correction,
      params: { ...params, restored: decimalString(centimes(restored)) },
    })
  } else if (!isWithin(salary, last, at.context.variationPercent)) {
    at.notes.found('salary', 'salary_variation', { value, params })
  }
}

function isWithin(amount: bigint, reference: bigint, percent: bigint): boolean {
  const difference = amount > reference ? amount - reference : reference - amount
  return difference * 100n <= reference * percent
}
