import { fieldNames, type FixedLayout, type LineField } from '../checking/fields.ts'

/** How each field usually looks; what fits says where a line of the wrong length went wrong. */
const usual: Readonly<Record<LineField, RegExp>> = {
  recordCode: /^[27]$/,
  employerNumber: /^\d{6}$/,
  category: /^\d{2}$/,
  memberNumber: /^\d{9}$/,
  employeeRate: /^\d{4}$/,
  lastName: /^[A-ZÀ-Ÿ][A-ZÀ-Ÿ'’ -]*$/i,
  firstName: /^[A-ZÀ-Ÿ][A-ZÀ-Ÿ'’ -]*$/i,
  fullName: /^[A-ZÀ-Ÿ][A-ZÀ-Ÿ'’ -]*$/i,
  staffNumber: /^[A-Z0-9]* *$/i,
  sex: /^[MF]$/,
  nationality: /^[MA]$/,
  joinedOn: /^[0-3]\d[01]\d(?:19|20)\d\d$/,
  bornOn: /^[0-3]\d[01]\d(?:19|20)\d\d$/,
  maritalStatus: /^[CMDV]$/,
  children: /^\d$/,
  salary: /^0\d{9}$/,
  leftOn: /^(?:0{8}| {8}|[0-3]\d[01]\d20\d\d)$/,
  identityNumber: /^(?:[A-Z]{1,2}\d{5,6} *|[A-Z0-9]* *)$/,
  cnssNumber: /^(?:\d{9} |9{10}|0{10}| {10})$/,
  mobile: /^(?:00212\d{9}|0{14}| {14})$/,
  email: /^(?:[^\s@]+@[^\s@]+ *| *)$/,
  quarter: /^[1-4]$/,
  year: /^20\d\d$/,
}

type Cut = Readonly<Record<LineField, string>>

/**
 * Cuts a line of fixed width. When its length is wrong, one field is shorter or longer than it should be: the one that
 * lets most of the others look as usual. Nothing is taken from this: it is what the declarant is shown, to correct.
 */
export function alignLine(layout: FixedLayout, text: string): Cut {
  const missing = layout.lineLength - text.length
  if (missing === 0) return cutAround(layout, text, null)
  const cuts = layout.fields
    .filter(({ length }) => length >= missing)
    .map(({ name }) => cutAround(layout, text, name))
  return cuts.reduce(
    (best, cut) => (score(cut) > score(best) ? cut : best),
    cutAround(layout, text, null),
  )
}

function cutAround(layout: FixedLayout, text: string, odd: LineField | null): Cut {
  const missing = layout.lineLength - text.length
  let from = 0
  const cut = layout.fields.map(({ name, length }) => {
    const to = from + length - (name === odd ? missing : 0)
    const part = text.slice(from, to)
    from = to
    return [name, part]
  })
  return { ...nothing, ...Object.fromEntries(cut) }
}

const nothing = Object.fromEntries([...fieldNames, 'fullName'].map((name) => [name, ''])) as Cut

function score(line: Cut): number {
  return fieldNames.filter((name) => usual[name].test(line[name])).length
}
