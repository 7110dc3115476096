import { paths } from '../../web/paths.ts'
import { fieldOfSheet } from '../entry/field-address.ts'

/** Where a line is corrected: in its form, or at its row in the sheet that it was made of. */
export function lineAddress(id: string, line: number, isOfSheet: boolean): string {
  if (isOfSheet) return fieldOfSheet(id, { line, field: 'salary' })
  return paths.declarations.line({ id, line: String(line) })
}
