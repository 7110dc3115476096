import type { Child } from 'hono/jsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import type { LineField } from '../../checking/fields.ts'
import { adviceAtField, labelOfField } from '../../finding-words.ts'
import { shownField } from '../field-writing.ts'
import type { FindingRow } from '../store/finding-row.ts'

interface Props {
  readonly name: LineField
  /** As the file writes it. */
  readonly written: string
  readonly proposed: string | undefined
  /** Something was typed since: that stands in the field, and what is proposed is told beside it. */
  readonly isTyped: boolean
  /** What is wrong with it, or doubtful. */
  readonly finding: FindingRow | undefined
}

/** One field as people write it: what the file says, what is proposed, what to do. Nothing is corrected unseen. */
export function LineField({ name, written, proposed, finding, isTyped }: Props) {
  const { words, language } = useVisit()
  const fills = finding?.severity === 'blocking' && proposed !== undefined && !isTyped
  const shared = {
    name,
    label: labelOfField(name, language),
    value: shownField(name, fills ? proposed : written),
    hint: <Hint {...{ name, written, proposed, finding, isTyped, fills }} />,
  }
  const choices = choicesOf(name, words)
  return choices ? (
    <SelectField {...shared} options={choices} width="short" />
  ) : (
    <TextField
      {...shared}
      width={widths[name] ?? 'short'}
      inputmode={inputmodes[name]}
      dir={names.includes(name) ? 'auto' : 'ltr'}
    />
  )
}

const names: readonly LineField[] = ['lastName', 'firstName', 'fullName']

const widths: Partial<Record<LineField, 'medium'>> = {
  lastName: 'medium',
  firstName: 'medium',
  fullName: 'medium',
  email: 'medium',
}

const inputmodes: Partial<Record<LineField, 'numeric' | 'decimal' | 'tel' | 'email'>> = {
  employerNumber: 'numeric',
  category: 'numeric',
  memberNumber: 'numeric',
  employeeRate: 'decimal',
  joinedOn: 'numeric',
  bornOn: 'numeric',
  leftOn: 'numeric',
  salary: 'decimal',
  children: 'numeric',
  cnssNumber: 'numeric',
  mobile: 'tel',
  email: 'email',
  quarter: 'numeric',
  year: 'numeric',
}

function choicesOf(name: LineField, { desk }: Words) {
  const named: Partial<Record<LineField, Readonly<Record<string, string>>>> = desk.choices
  const choices = named[name]
  return choices && Object.entries(choices).map(([value, label]) => ({ value, label }))
}

function Hint({ name, written, proposed, finding, fills }: Props & { readonly fills: boolean }) {
  const { words, language } = useVisit()
  const { desk } = words
  const hints: Partial<Record<LineField, string>> = { ...desk.hints, ...days(desk.hints.day) }
  const own: Child = hints[name] ?? null
  if (!finding) return own
  const read = written.trim() === '' ? desk.emptyInFile : desk.inFile(written.trim())
  return (
    <>
      {finding.severity === 'to_confirm' ? <b>{adviceAtField(finding, desk, language)} </b> : null}
      {read} {fills ? desk.filledIn : null}
      {!fills && proposed !== undefined ? desk.proposal(shownField(name, proposed)) : null} {own}
    </>
  )
}

function days(day: string): Partial<Record<LineField, string>> {
  return { joinedOn: day, bornOn: day }
}
