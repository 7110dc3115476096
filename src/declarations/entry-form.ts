import { parseLocalDate } from '../calendar/index.ts'
import type { Membership } from '../members/known-members.ts'
import { parseDirhams } from '../money/index.ts'
import { type Fields, type Mistakes, text } from '../web/form.ts'
import type { Words } from '../web/words/index.ts'
import type { Entry } from './prepared-file.ts'

/** «Formulaire de Saisie»: one salary and one departure per member, found by the member's number. */
export const salaryField = (memberNumber: string) => `salaire-${memberNumber}`
export const leftField = (memberNumber: string) => `sortie-${memberNumber}`

export type ParsedEntries =
  | {
      readonly ok: true
      readonly value: readonly { readonly member: Membership; readonly entry: Entry }[]
    }
  | { readonly ok: false; readonly errors: Mistakes }

/** What was typed for each member; a member left empty is not declared. All mistakes at once. */
export function parseEntries(
  members: readonly Membership[],
  fields: Fields,
  words: Words['declarations'],
): ParsedEntries {
  const errors: Record<string, string> = {}
  const value = members.flatMap((member) => {
    const entry = parseEntry(member, fields, words, errors)
    return entry ? [{ member, entry }] : []
  })
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return value.length > 0 ? { ok: true, value } : { ok: false, errors: { '': words.formNothing } }
}

function parseEntry(
  member: Membership,
  fields: Fields,
  words: Words['declarations'],
  errors: Record<string, string>,
): Entry | null {
  const salaryText = text(fields, salaryField(member.memberNumber))
  const leftText = text(fields, leftField(member.memberNumber))
  if (!salaryText && !leftText) return null
  const name = `${member.firstName} ${member.lastName}`
  const salary = parseDirhams(salaryText || '0')
  const left = leftText ? parseLocalDate(isoOf(leftText)) : null
  if (!salary.ok) errors[salaryField(member.memberNumber)] = words.formSalaryWrong(name)
  if (left && !left.ok) errors[leftField(member.memberNumber)] = words.formDateWrong(name)
  return { salary: salary.ok ? salary.value : null, leftOn: left?.ok ? left.value : null }
}

/** «31/08/2024» as the calendar reads it; anything else is left for it to refuse. */
function isoOf(typed: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? []
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
