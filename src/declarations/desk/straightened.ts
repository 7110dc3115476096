import { applyCorrection } from '../checking/apply-correction.ts'
import { checkDeclaration } from '../checking/check-declaration.ts'
import type { FixedLayout } from '../checking/fields.ts'
import { textOf } from '../content.ts'

/** A line of fixed width with the one correction that concerns it whole, such as quotes taken away; or itself. */
export function straightened(layout: FixedLayout, text: string): string {
  if (text.length === layout.lineLength || text === '') return text
  const { findings } = checkDeclaration(textOf([text]))
  const whole = findings.find((found) => found.field === null && found.correction !== undefined)
  return (whole && applyCorrection(text, whole, layout)) ?? text
}
