import { Actions, Button } from '../../../web/components/button.tsx'
import { Form, HiddenFields } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { AccountKind } from '../../tables.ts'
import { LostFactor } from './lost-factor.tsx'

interface Props {
  readonly kind: AccountKind
  readonly next: string
  readonly errors?: Mistakes
}

/** The code of the application, after the password. */
export function CodePage({ kind, next, errors = {} }: Props) {
  const { code } = useVisit().words.access
  return (
    <Layout title={code.title} errors={errors}>
      <PageHead title={code.title} lead={code.lead} />
      <Form action={paths.signIn.secondFactor()} errors={errors}>
        <input type="hidden" name="suite" value={next} />
        <CodeField name="code" label={code.code} />
        <Confirm />
      </Form>
      <nav class="ways-out">
        <p>
          <a href={paths.signIn.recoveryCode() + query(next)}>{code.noPhone}</a>
        </p>
      </nav>
      <LostFactor kind={kind} />
      <GiveUp />
    </Layout>
  )
}

export function RecoveryCodePage({ kind, next, errors = {} }: Props) {
  const { code } = useVisit().words.access
  return (
    <Layout title={code.recoveryTitle} errors={errors}>
      <PageHead title={code.recoveryTitle} lead={code.recoveryLead} />
      <Form action={paths.signIn.recoveryCode()} errors={errors}>
        <input type="hidden" name="suite" value={next} />
        <TextField
          name="code"
          label={code.recoveryCode}
          dir="ltr"
          width="short"
          maxlength={20}
          autocomplete="off"
        />
        <Confirm />
      </Form>
      <nav class="ways-out">
        <p>
          <a href={paths.signIn.secondFactor() + query(next)}>{code.backToCode}</a>
        </p>
      </nav>
      <LostFactor kind={kind} />
      <GiveUp />
    </Layout>
  )
}

/** Filled by the telephone or the password manager where they can. */
export function CodeField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <TextField
      name={name}
      label={label}
      inputmode="numeric"
      autocomplete="one-time-code"
      width="short"
      maxlength={10}
    />
  )
}

function Confirm() {
  const { frame } = useVisit().words
  return (
    <Actions>
      <Button>{frame.validate}</Button>
    </Actions>
  )
}

/** Signing out is the only other thing that this session opens. */
export function GiveUp() {
  const { frame } = useVisit().words
  return (
    <form method="post" action={paths.signOut()}>
      <HiddenFields />
      <Button kind="link">{frame.cancel}</Button>
    </form>
  )
}

export function query(next: string): string {
  return next ? `?suite=${encodeURIComponent(next)}` : ''
}
