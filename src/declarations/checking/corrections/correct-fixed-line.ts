import { applyCorrection } from '../apply-correction.ts'
import type { FieldName, FixedLayout } from '../fields.ts'
import type { Finding } from '../finding.ts'

/** A line of fixed width with these corrections in their places; one that no longer fits is left out. */
export function correctFixedLine<Field extends FieldName>(
  text: string,
  findings: readonly Finding[],
  layout: FixedLayout<Field>,
): string {
  let line = text
  for (const found of findings.toSorted(byReach))
    line = applyCorrection(line, found, layout) ?? line
  return line
}

/** The whole line first, then what moves the fields that follow it, then each field where it stands. */
function byReach(one: Finding, other: Finding): number {
  return reach(one) - reach(other)
}

function reach({ field, code }: Finding): number {
  if (field === null) return 0
  return code === 'cnss_one_short' ? 1 : 2
}
