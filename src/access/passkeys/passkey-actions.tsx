import type { Child } from 'hono/jsx'
import { Actions, Button, type ButtonKind } from '../../web/components/button.tsx'
import { useVisit } from '../../web/visit.ts'
import type { PasskeyCreation, PasskeyRequest } from './requests.ts'

interface Props {
  /** Without one, there is nothing to add to the buttons. */
  readonly request: PasskeyRequest | null
  readonly label: string
  /** Proposed in the browser's own list too, where a field takes it (`autocomplete="… webauthn"`). */
  readonly autofill?: boolean | undefined
  /** What is signed is what the page shows: another page would be another question. */
  readonly signsPage?: boolean | undefined
  /** The buttons that send the form without a passkey, if there are. */
  readonly children?: Child
}

/** The buttons that end a form, and one that asks a passkey first: there only where the browser can. */
export function PasskeyActions({ request, label, autofill, signsPage, children }: Props) {
  const said = useVisit().words.passkeys
  const sentences = useSentences()
  if (!request) return <Actions>{children}</Actions>
  return (
    <>
      <div
        class="actions"
        data-enhance="passkey"
        data-get={JSON.stringify(request)}
        data-label={label}
        data-only={children ? undefined : 'true'}
        data-signs-page={signsPage ? 'true' : undefined}
        data-autofill={autofill ? 'true' : undefined}
        {...sentences}
      >
        {children ? children : <Button>{label}</Button>}
        <input type="hidden" name="assertion" value="" />
      </div>
      <noscript>
        <p class="hint">{said.noScript}</p>
      </noscript>
    </>
  )
}

interface MakeProps {
  readonly creation: PasskeyCreation
  /** Filled, unless another button of the page is. */
  readonly kind?: ButtonKind
}

/** The button that makes a passkey, then sends the form. */
export function MakePasskeyActions({ creation, kind }: MakeProps) {
  const said = useVisit().words.passkeys
  return (
    <>
      <div
        class="actions"
        data-enhance="passkey"
        data-create={JSON.stringify(creation)}
        data-only="true"
        {...useSentences()}
      >
        <Button kind={kind}>{said.make}</Button>
        <input type="hidden" name="attestation" value="" />
      </div>
      <noscript>
        <p>{said.madeNoScript}</p>
      </noscript>
    </>
  )
}

/** What the browser may have to say. */
function useSentences() {
  const said = useVisit().words.passkeys
  return {
    'data-waiting': said.waiting,
    'data-cancelled': said.cancelled,
    'data-known': said.known,
    'data-failed': said.failed,
    'data-unsupported': said.unsupported,
  }
}
