import type { Child } from 'hono/jsx'
import { type Fields, type Mistakes, text } from '../form.ts'
import { viewField } from '../queue-view.ts'
import { useVisit } from '../visit.ts'
import { FormProvider } from './form-state.ts'

interface Props {
  readonly action: string
  /** As `parseForm` gives them back. */
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** Makes ids unique when two forms of a page have fields of the same name. */
  readonly prefix?: string | undefined
  /** The version of what is shown, so that a change made meanwhile is noticed. */
  readonly version?: string | number | undefined
  /** Sent twice, this form is carried out once. */
  readonly idempotencyKey?: string | undefined
  /** Sends files. */
  readonly upload?: boolean | undefined
  /** Uses the whole width, for fields in a table. */
  readonly wide?: boolean | undefined
  /** The browser proposes nothing in any of its fields. */
  readonly plain?: boolean | undefined
  /** A nicety of this form's own, by its name in `public/enhance`. */
  readonly enhance?: string | undefined
  readonly id?: string | undefined
  /** Names its companies itself: it is not about the one in hand. */
  readonly anyEmployer?: boolean | undefined
  readonly children: Child
}

/** A form of this visit: its token and the employer in hand travel with it; mistakes come back to their fields. */
export function Form(props: Props) {
  const { errors = {}, prefix = '' } = props
  const typed = useTyped(props)
  return (
    <form
      method="post"
      action={props.action}
      id={props.id}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      class={props.wide ? 'form is-wide' : 'form'}
      novalidate
      autocomplete={props.plain ? 'off' : undefined}
      data-enhance={['once', props.upload ? 'upload' : '', props.enhance ?? '']
        .filter(Boolean)
        .join(' ')}
    >
      <HiddenFields
        version={useShownVersion({ ...props, typed })}
        idempotencyKey={props.idempotencyKey}
        anyEmployer={props.anyEmployer}
      />
      <FormProvider value={{ errors, typed, prefix, isStale: useIsStale(errors) }}>
        {props.children}
      </FormProvider>
    </form>
  )
}

/** What came back with its mistakes or, after signing in again, what had been typed when the session ended. */
function useTyped({ action, typed = {} }: Props): Fields {
  const { kept, visitor } = useVisit()
  if (Object.keys(typed).length > 0 || !kept || kept.address !== action) return typed
  const company = text(kept.fields, 'entreprise')
  return company === '' || company === visitor?.employer?.id ? kept.fields : typed
}

/**
 * A form that comes back with a mistake still speaks of what its reader had seen; only who is told that it changed
 * has the newer one before their eyes.
 */
function useShownVersion({ version, errors = {}, typed = {} }: Props) {
  const seen = text(typed, 'version')
  const isTold = useIsStale(errors)
  return version !== undefined && seen !== '' && !isTold ? seen : version
}

function useIsStale(errors: Mistakes): boolean {
  return errors[''] === useVisit().words.refusals['web.changed_meanwhile']
}

interface HiddenProps {
  readonly version?: string | number | undefined
  readonly idempotencyKey?: string | undefined
  readonly anyEmployer?: boolean | undefined
  /** Another view of the agents' queue than the one that the page was opened from. */
  readonly queueView?: string | null | undefined
}

/** What every form carries unseen; for the rare form that is not a `Form`. */
export function HiddenFields({
  version,
  idempotencyKey,
  anyEmployer,
  queueView: chosen,
}: HiddenProps) {
  const { csrf, visitor, queueView = null } = useVisit()
  const view = chosen === undefined ? queueView : chosen
  return (
    <>
      <input type="hidden" name="csrf" value={csrf} />
      {visitor?.employer && !anyEmployer ? (
        <input type="hidden" name="entreprise" value={visitor.employer.id} />
      ) : null}
      {version === undefined ? null : (
        <input type="hidden" name="version" value={String(version)} />
      )}
      {idempotencyKey ? <input type="hidden" name="cle" value={idempotencyKey} /> : null}
      {view === null ? null : <input type="hidden" name={viewField} value={view} />}
    </>
  )
}
