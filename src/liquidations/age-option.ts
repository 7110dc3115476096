import type { ParameterValue } from '../parameters/parameter-catalogue.ts'
import type { AgeOption } from './pension.ts'

/**
 * The option of a category is told by its number, among the ranges of its product (payroll software, public); a number
 * outside all of them is an ordinary one, which promises nobody an earlier pension.
 */
export function optionOf(
  { category, product }: { readonly category: string; readonly product: string },
  ranges: ParameterValue<'category_ranges'>,
): AgeOption {
  const range = ranges.find(
    (one) => one.product === product && one.from <= category && category <= one.until,
  )
  return range?.option ?? 'normal'
}
