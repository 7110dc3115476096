import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'
import { Field } from './field.tsx'
import { describedBy, useField } from './form-state.ts'

interface Props {
  readonly name: string
  readonly label: string
  readonly hint?: Child | undefined
  readonly autocomplete: 'current-password' | 'new-password'
}

/**
 * Never filled again with what was typed; may be pasted. A new one is shown on demand where scripts run, and typed twice
 * where they do not: a slip is seen now, not at the first sign-in.
 */
export function PasswordField(props: Props) {
  const { words } = useVisit()
  const { name, autocomplete } = props
  if (autocomplete === 'current-password') return <OnePassword {...props} />
  return (
    <>
      <OnePassword {...props} />
      <OnePassword
        name={again(name)}
        label={words.frame.passwordAgain}
        autocomplete={autocomplete}
      />
    </>
  )
}

/** The second field of a new password; `public/enhance/password.js` takes it away. */
export function again(name: string): string {
  return `${name}Again`
}

function OnePassword({ name, label, hint, autocomplete }: Props) {
  const { words } = useVisit()
  const field = useField(name)
  return (
    <Field field={field} label={label} hint={hint}>
      <div
        class="with-button is-medium"
        data-enhance="password"
        data-show={words.frame.showPassword}
        data-hide={words.frame.hidePassword}
      >
        <input
          id={field.id}
          name={name}
          type="password"
          class="input"
          dir="ltr"
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy(field, Boolean(hint))}
        />
      </div>
    </Field>
  )
}
