import { centimes, decimalString, type Dirhams } from '../../money/index.ts'
import { isWithin, percentSince } from './change-since.ts'
import { inFundForm } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'
import type { PreparedContext } from './prepare-context.ts'
import { isLeftAligned } from './read-contribution.ts'
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
  // «36000.5» printed without its point and its last zero, then aligned as a text is: nothing of before tells it from 3 600,05.
  if (isLeftAligned(line, notes))
    notes.found('salary', 'salary_left_aligned', aloneOn(line, salary))
  if (context.lowSalary !== undefined && salary < context.lowSalary) {
    notes.found('salary', 'salary_unusually_low', aloneOn(line, salary))
  }
  checkHighSalary(salary, line, context, notes)
}

/** With nothing from before to compare it with, only its size tells: of a newcomer, and of who leaves. */
export function checkHighSalary(
  salary: Dirhams,
  line: SourceLine,
  { highSalary }: PreparedContext,
  notes: LineNotes,
): void {
  if (salary > highSalary) notes.found('salary', 'salary_unusually_high', aloneOn(line, salary))
}

function aloneOn(line: SourceLine, salary: Dirhams) {
  return { value: line.text('salary'), params: { amount: decimalString(salary) } }
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
    percent: percentSince(last, salary),
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
