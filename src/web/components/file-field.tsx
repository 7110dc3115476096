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
  /** Sends the file part by part, to go on after a lost connection; without it, all at once. */
  readonly byParts?: ByParts | undefined
}

/** Where the parts begin, and what is said while they go; `{percent}` is replaced. */
export interface ByParts {
  readonly href: string
  readonly said: Readonly<Record<PartMoment, string>>
}

type PartMoment =
  | 'preparing'
  | 'sending'
  | 'goingOn'
  | 'waiting'
  | 'verifying'
  | 'failed'
  | 'stopped'
  | 'stop'

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
        data-most={props.maxMegabytes * 1_048_576}
        data-too-large={words.frame.fileTooLarge(props.maxMegabytes, isScan(props.accept))}
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
      {props.byParts ? <PartsProgress {...props.byParts} /> : <WholeProgress />}
    </div>
  )
}

/** What a scanner or a telephone makes, which can be made smaller there. */
function isScan(accept: string): boolean {
  return accept.includes('.pdf') || accept.includes('.jpg')
}

function WholeProgress() {
  const { frame } = useVisit().words
  return (
    <div
      class="upload-progress"
      data-upload-progress
      data-sending={frame.uploadSending}
      data-checking={frame.uploadChecking}
      data-cancelled={frame.uploadCancelled}
      data-failed={frame.uploadFailed}
      data-cancel={frame.uploadCancel}
    ></div>
  )
}

function PartsProgress({ href, said }: ByParts) {
  return (
    <div
      class="upload-progress"
      data-upload-parts={href}
      data-preparing={said.preparing}
      data-sending={said.sending}
      data-going-on={said.goingOn}
      data-waiting={said.waiting}
      data-verifying={said.verifying}
      data-failed={said.failed}
      data-stopped={said.stopped}
      data-stop={said.stop}
    ></div>
  )
}
