import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'
import { OptionalMark, FieldNotes } from './field.tsx'
import { describedBy, useField } from './form-state.ts'

interface Props {
  readonly name: string
  readonly label: string
  readonly hint?: Child | undefined
  /** As people name them: «PDF, JPEG ou PNG». */
  readonly kinds: string
  /** As the browser knows them: «.pdf,.jpg,.png». */
  readonly accept: string
  readonly maxMegabytes: number
  readonly multiple?: boolean | undefined
  readonly optional?: boolean | undefined
}

/** A calm drop zone around an ordinary file input: accepted kinds and limit are said before, not after. */
export function FileField(props: Props) {
  const { words } = useVisit()
  const field = useField(props.name)
  return (
    <div class={field.error ? 'field is-wrong' : 'field'}>
      <label for={field.id}>
        {props.label}
        <OptionalMark optional={props.optional} />
      </label>
      <FieldNotes
        field={field}
        hint={
          <>
            {props.hint ? <>{props.hint} </> : null}
            {words.frame.fileLimits(props.kinds, props.maxMegabytes)}
          </>
        }
      />
      <div
        class="drop"
        data-enhance="drop"
        data-text={words.frame.fileDrop}
        data-choose={words.frame.fileChoose}
      >
        <input
          id={field.id}
          name={props.name}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy(field, true)}
        />
      </div>
      <div
        class="upload-progress"
        data-upload-progress
        data-sending={words.frame.uploadSending}
        data-checking={words.frame.uploadChecking}
        data-cancelled={words.frame.uploadCancelled}
        data-failed={words.frame.uploadFailed}
        data-cancel={words.frame.uploadCancel}
      ></div>
    </div>
  )
}
