import { Field, type FieldProps } from './field.tsx'
import { describedBy, useField } from './form-state.ts'

export type FieldWidth = 'short' | 'medium' | 'full'

interface Props extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | undefined
  readonly maxlength?: number | undefined
  readonly width?: FieldWidth | undefined
  /** `ltr` for logins, numbers, references, addresses; names follow their own letters. */
  readonly dir?: 'ltr' | 'auto' | undefined
  readonly spellcheck?: boolean | undefined
  readonly readonly?: boolean | undefined
  /** What is kept now, as it may be shown, of a field that does not propose it; null: not shown. */
  readonly kept?: string | null | undefined
  /** The id of a `datalist` of usual answers. */
  readonly list?: string | undefined
  /** Answers given before, offered while typing. */
  readonly suggestions?: readonly string[] | undefined
}

const leftToRight = ['email', 'tel']

/** One line of text. Numbers, logins, references and addresses are written left to right in both languages. */
export function TextField(props: Props) {
  const field = useField(props.name, props.value, props.kept)
  const type = props.type ?? 'text'
  const listId = props.suggestions?.length ? `${field.id}-choix` : undefined
  return (
    <Field field={field} label={props.label} hint={props.hint} optional={props.optional}>
      <input
        id={field.id}
        name={props.name}
        type={type}
        value={field.value}
        class={`input is-${props.width ?? 'full'}`}
        dir={props.dir ?? (leftToRight.includes(type) || props.inputmode ? 'ltr' : 'auto')}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        readonly={props.readonly}
        spellcheck={props.spellcheck ?? false}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field, Boolean(props.hint))}
        list={listId ?? props.list}
      />
      {listId ? (
        <datalist id={listId}>
          {props.suggestions?.map((one) => (
            <option value={one}></option>
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}
