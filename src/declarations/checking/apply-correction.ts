import type { FieldName, FixedLayout, LineField } from './fields.ts'
import type { Finding } from './finding.ts'
import { structure190 } from './layouts/structure-190.ts'

/**
 * The line with the proposed correction put in its place (product D4, «apply a correction to all similar»).
 * Nothing when there is none, or when the line is no longer the one that was checked.
 */
export function applyCorrection<Field extends FieldName = LineField>(
  text: string,
  found: Finding,
  layout: FixedLayout<Field> = structure190 as unknown as FixedLayout<Field>,
): string | null {
  if (found.correction === undefined) return null
  if (found.field === null) return found.correction
  const place = layout.at[found.field as Field]
  if (!place) return null
  const { position, length } = place
  // The one-character-short CNSS number takes the place of nine characters.
  const replaced = found.code === 'cnss_one_short' ? length - 1 : length
  const expected = layout.lineLength - (length - replaced)
  if (text.length < expected || found.correction.length !== length) return null
  return text.slice(0, position - 1) + found.correction + text.slice(position - 1 + replaced)
}
