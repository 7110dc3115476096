import { fillField, type LineField } from './fields.ts'
import { structure190 } from './layouts/structure-190.ts'

/**
 * The fund's own writing of each field, that of structure 190: what every layout is read into, so that there is one
 * set of rules. Corrections are made in it too, and put into the layout's writing when they are told.
 */
const form = {
  ...structure190.at,
  fullName: { name: 'fullName', position: 1, length: 51, type: 'AN' },
} as const

export function inFundForm(field: LineField, text: string): string {
  return fillField(form[field], text)
}

export function fundLength(field: LineField): number {
  return form[field].length
}
