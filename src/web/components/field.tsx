import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'
import type { FieldState } from './form-state.ts'
import { Sentence } from './sentence.tsx'

export interface FieldProps {
  readonly name: string
  readonly label: string
  /** One short sentence under the label: the expected form, where to find the answer. */
  readonly hint?: Child | undefined
  /** What the page proposes; what was typed wins over it. */
  readonly value?: string | undefined
  /** Everything is asked for unless this says otherwise. */
  readonly optional?: boolean | undefined
}

interface Props {
  readonly field: FieldState
  readonly label: string
  readonly hint?: Child | undefined
  readonly optional?: boolean | undefined
  /** How a value is called, where it is not shown as it is. */
  readonly nameOf?: ((value: string) => Child) | undefined
  readonly children: Child
}

/** Label, hint, mistake, then the input: the order in which they are read. */
export function Field({ field, label, hint, optional, nameOf, children }: Props) {
  return (
    <div class={field.error ? 'field is-wrong' : 'field'}>
      <label for={field.id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldNotes field={field} hint={hint} nameOf={nameOf} />
      {children}
    </div>
  )
}

export function OptionalMark({ optional }: { readonly optional?: boolean | undefined }) {
  const { words } = useVisit()
  return optional ? <span class="optional"> ({words.frame.optional})</span> : null
}

type NotesProps = Pick<Props, 'field' | 'hint' | 'nameOf'>

export function FieldNotes({ field, hint, nameOf }: NotesProps) {
  const { words } = useVisit()
  return (
    <>
      {hint ? (
        <p class="hint" id={field.hintId}>
          <Sentence>{hint}</Sentence>
        </p>
      ) : null}
      {field.error ? (
        <p class="mistake" id={field.errorId}>
          <span class="visually-hidden">{words.frame.errorTitlePrefix}</span>
          <Sentence>{field.error}</Sentence>
        </p>
      ) : field.savedNow ? (
        <p class="mistake" id={field.errorId}>
          {words.frame.savedNow}{' '}
          {field.savedNow.length === 0
            ? words.frame.savedEmpty
            : field.savedNow.map((one) => <bdi>{nameOf?.(one) ?? one} </bdi>)}
        </p>
      ) : null}
    </>
  )
}
