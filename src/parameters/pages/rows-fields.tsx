import { FieldNotes } from '../../web/components/field.tsx'
import { describedBy, useField } from '../../web/components/form-state.ts'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import { cellName } from '../proposal-form.ts'
import type { Scalar } from '../scalars.ts'
import type { Row, ValueTable } from '../value-types.ts'
import { choiceWord } from './value-text.tsx'

interface Props {
  readonly table: ValueTable<Row>
  readonly present: readonly Row[]
  readonly lines: number
}

/** One line of fields a row; emptied, the row goes; the empty ones below add some. */
export function RowsFields({ table, present, lines }: Props) {
  const { parameters: all } = useVisit().words
  const words = all.propose
  const heads: Readonly<Record<string, string>> = all.columns
  return (
    <section class="rows">
      <h2>{words.rowsTitle}</h2>
      <p class="hint">{words.rowsHint}</p>
      <input type="hidden" name="lignes" value={String(lines)} />
      <Table
        caption={words.rowsTitle}
        dense
        rowHead={-1}
        rows={Array.from({ length: lines }, (_, index) => index)}
        columns={Object.entries(table.columns).map(([name, scalar]) => ({
          head: heads[name] ?? name,
          cell: (index: number) => (
            <Cell
              name={cellName(index, name)}
              label={words.cell(heads[name] ?? name, index + 1)}
              scalar={scalar}
              value={writtenCell(scalar, present[index]?.[name])}
              language={name === 'ar' || name === 'fr' ? name : undefined}
            />
          ),
        }))}
      />
    </section>
  )
}

function writtenCell(scalar: Scalar<unknown>, value: unknown): string {
  return value === undefined ? '' : scalar.write(value)
}

interface CellProps {
  readonly name: string
  readonly label: string
  readonly scalar: Scalar<unknown>
  readonly value: string
  readonly language: 'fr' | 'ar' | undefined
}

function Cell({ name, label, scalar, value, language }: CellProps) {
  const field = useField(name, value)
  const shared = {
    id: field.id,
    name,
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(field, false),
  }
  return (
    <div class={field.error ? 'field is-wrong' : 'field'}>
      <label for={field.id} class="visually-hidden">
        {label}
      </label>
      <FieldNotes field={field} />
      {scalar.choices ? (
        <ChoiceCell choices={scalar.choices} value={field.value} shared={shared} />
      ) : (
        <input
          {...shared}
          type="text"
          value={field.value}
          class={isLong(scalar) ? 'input' : 'input is-short'}
          dir={isLong(scalar) ? (language === 'ar' ? 'rtl' : 'auto') : 'ltr'}
          lang={language}
          autocomplete="off"
          maxlength={isLong(scalar) ? 120 : 20}
        />
      )}
    </div>
  )
}

function isLong(scalar: Scalar<unknown>): boolean {
  return scalar.name === 'text'
}

interface ChoiceProps {
  readonly choices: readonly string[]
  readonly value: string
  readonly shared: { readonly id: string; readonly name: string }
}

function ChoiceCell({ choices, value, shared }: ChoiceProps) {
  const { words } = useVisit()
  return (
    <select {...shared} class="input is-short">
      <option value="">{words.frame.none}</option>
      {choices.map((choice) => (
        <option value={choice} selected={choice === value}>
          {choiceWord(words.parameters.choices, choice)}
        </option>
      ))}
    </select>
  )
}
