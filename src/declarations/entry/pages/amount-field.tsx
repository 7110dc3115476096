import { FieldNotes } from '../../../web/components/field.tsx'
import { describedBy, useField } from '../../../web/components/form-state.ts'

interface Props {
  readonly name: string
  /** Said to those who do not see the row and the column. */
  readonly label: string
  readonly value: string
}

/** The amount of a cell: the row and the column are its label to the eye. What all of a page say alike stands on its form. */
export function AmountField({ name, label, value }: Props) {
  const field = useField(name, value)
  return (
    <div class={field.error ? 'field is-wrong' : 'field'}>
      <input
        id={field.id}
        name={name}
        type="text"
        value={field.value}
        class="input is-amount"
        aria-label={label}
        dir="ltr"
        inputmode="decimal"
        maxlength={40}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field, false)}
      />
      <FieldNotes field={field} />
    </div>
  )
}
