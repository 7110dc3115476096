import type { LineField } from '../fields.ts'
import { fullNameColumn, templateColumns } from '../layouts/template.ts'
import { isAllZeros } from '../text-forms.ts'
import { parseLocalDate } from '../../../calendar/index.ts'
import { type CellForm, dayForm } from './cell-forms.ts'

const forms = new Map<LineField, CellForm>(
  [...templateColumns, fullNameColumn].map(({ field, form }) => [field, form]),
)

/** What to write in a cell of a table for a field of a line, whatever stands there: what cannot be read stays as it is. */
export function cellFor(field: LineField, written: string): string {
  const form = forms.get(field)
  const text = written.trim()
  if (!form || text === '') return text
  const cell = form.write(written)
  if (form.read(cell) === written && (form !== dayForm || isDay(cell))) return cell
  return isAllZeros(text) ? '' : text
}

/** A day that is not in the calendar would not be known again for what was written. */
function isDay(cell: string): boolean {
  const [day = '', month = '', year = ''] = cell.split('/')
  return cell === '' || parseLocalDate(`${year}-${month}-${day}`).ok
}
