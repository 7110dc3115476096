import type { Child } from 'hono/jsx'
import type { Dirhams } from '../../money/index.ts'
import { FieldNotes, OptionalMark } from './field.tsx'
import { describedBy, type FieldState, useField } from './form-state.ts'
import { Sentence } from './sentence.tsx'

export interface Choice {
  readonly value: string
  readonly label: Child
  readonly hint?: Child | undefined
  readonly disabled?: boolean | undefined
  /** What it adds to the `TickedSum` of its form. */
  readonly amount?: Dirhams | undefined
}

interface Shared {
  readonly name: string
  /** The question. */
  readonly label: Child
  readonly hint?: Child | undefined
  readonly optional?: boolean | undefined
  readonly options: readonly Choice[]
  /** Side by side, for two or three short answers. */
  readonly inline?: boolean | undefined
}

interface RadioProps extends Shared {
  readonly value?: string | undefined
}

/** One answer among a few, all in sight. */
export function RadioGroup(props: RadioProps) {
  const field = useField(props.name, props.value)
  return <Choices {...props} type="radio" field={field} />
}

interface CheckboxesProps extends Shared {
  readonly values?: readonly string[] | undefined
}

/** Any number of answers. */
export function Checkboxes(props: CheckboxesProps) {
  const field = useField(props.name, props.values)
  return <Choices {...props} type="checkbox" field={field} />
}

interface ChoicesProps extends Shared {
  readonly type: 'radio' | 'checkbox'
  readonly field: FieldState
}

/** The first input carries the field's own id: a link of the error summary lands on it. */
function Choices({ field, type, name, label, hint, optional, options, inline }: ChoicesProps) {
  return (
    <div class={field.error ? 'field is-wrong' : 'field'}>
      <fieldset aria-describedby={describedBy(field, Boolean(hint))}>
        <legend>
          {label}
          <OptionalMark optional={optional} />
        </legend>
        <FieldNotes
          field={field}
          hint={hint}
          nameOf={(value) => options.find((one) => one.value === value)?.label}
        />
        <div class={inline ? 'choices is-inline' : 'choices'}>
          {options.map((choice, index) => {
            const id = index === 0 ? field.id : `${field.id}-${index + 1}`
            return <OneChoice id={id} type={type} name={name} choice={choice} field={field} />
          })}
        </div>
      </fieldset>
    </div>
  )
}

interface OneChoiceProps {
  readonly id: string
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly choice: Choice
  readonly field: FieldState
}

function OneChoice({ id, type, name, choice, field }: OneChoiceProps) {
  return (
    <div class="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={choice.value}
        checked={field.values.includes(choice.value)}
        disabled={choice.disabled}
        data-amount={choice.amount?.toString()}
        aria-describedby={choice.hint ? `${id}-note` : undefined}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint ? (
        <p class="hint" id={`${id}-note`}>
          <Sentence>{choice.hint}</Sentence>
        </p>
      ) : null}
    </div>
  )
}
