import type { Child } from 'hono/jsx'
import { FieldNotes } from './field.tsx'
import { describedBy, useField } from './form-state.ts'
import { Sentence } from './sentence.tsx'

interface Props {
  readonly name: string
  readonly label: Child
  readonly hint?: Child | undefined
  readonly checked?: boolean | undefined
  /** What is sent when it is ticked; «on» unless told. */
  readonly value?: string | undefined
  /** The name of the field whose amount it adds to the `TickedSum` of its form. */
  readonly amountIn?: string | undefined
}

/** One box to tick: an undertaking, an acceptance. */
export function Checkbox({ name, label, hint, checked, value = 'on', amountIn }: Props) {
  const field = useField(name, checked ? value : '')
  return (
    <div class={field.error ? 'field is-wrong' : 'field'}>
      <FieldNotes field={{ ...field, hintId: '' }} nameOf={() => label} />
      <div class="choice">
        <input
          id={field.id}
          type="checkbox"
          name={name}
          value={value}
          checked={field.value === value}
          data-amount-in={amountIn}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy(field, Boolean(hint))}
        />
        <label for={field.id}>{label}</label>
        {hint ? (
          <p class="hint" id={field.hintId}>
            <Sentence>{hint}</Sentence>
          </p>
        ) : null}
      </div>
    </div>
  )
}
