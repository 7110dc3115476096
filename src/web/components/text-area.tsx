import { Field, type FieldProps } from './field.tsx'
import { describedBy, useField } from './form-state.ts'

interface Props extends FieldProps {
  readonly rows?: number | undefined
  readonly maxlength?: number | undefined
}

/** Several lines of text: a reason, a message. */
export function TextArea({ name, label, hint, value, optional, rows = 4, maxlength }: Props) {
  const field = useField(name, value)
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        maxlength={maxlength}
        dir="auto"
        class="input"
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field, Boolean(hint))}
      >
        {field.value}
      </textarea>
    </Field>
  )
}
