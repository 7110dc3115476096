import { useVisit } from '../visit.ts'
import { Field, type FieldProps } from './field.tsx'
import { describedBy, useField } from './form-state.ts'
import type { FieldWidth } from './text-field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

interface Props extends FieldProps {
  readonly options: readonly Option[]
  /** The first, empty line; `false` when one of the options is always chosen. */
  readonly blank?: string | false | undefined
  readonly width?: FieldWidth | undefined
}

/** A list to choose one from; below seven options prefer a `RadioGroup`. */
export function SelectField(props: Props) {
  const { words } = useVisit()
  const field = useField(props.name, props.value)
  return (
    <Field
      field={field}
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      nameOf={(value) => props.options.find((one) => one.value === value)?.label}
    >
      <select
        id={field.id}
        name={props.name}
        class={`input is-${props.width ?? 'medium'}`}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field, Boolean(props.hint))}
      >
        {props.blank === false ? null : (
          <option value="">{props.blank ?? words.frame.chooseOne}</option>
        )}
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === field.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
