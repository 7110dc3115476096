import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { barcodeSvg } from '../../../platform/barcode.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { spacedSecret } from '../../second-factor.ts'
import { MakePasskeyActions } from '../../passkeys/passkey-actions.tsx'
import type { PasskeyCreation } from '../../passkeys/requests.ts'
import type { AccountKind } from '../../tables.ts'
import type { Offer } from '../offer-second-factor.ts'
import { CodeField, GiveUp } from './code-pages.tsx'

interface Props {
  readonly kind: AccountKind
  readonly offer: Offer
  readonly creation: PasskeyCreation
  readonly next: string
  readonly errors?: Mistakes
}

/** Before a first session: scan, then prove it by a first code; or make a passkey. */
export function EnrolPage({ kind, offer, creation, next, errors = {} }: Props) {
  const { enrol } = useVisit().words.access
  return (
    <Layout title={enrol.title} errors={errors}>
      <PageHead
        title={enrol.title}
        lead={kind === 'agent' ? enrol.leadAgent : enrol.leadValidator}
      />
      <Form action={paths.signIn.enrol()} errors={errors}>
        <input type="hidden" name="suite" value={next} />
        <EnrolSteps offer={offer} />
        <Actions>
          <Button>{enrol.confirm}</Button>
        </Actions>
      </Form>
      <section>
        <h2>{enrol.passkeyTitle}</h2>
        <p>{enrol.passkeyText}</p>
        <Form action={paths.signIn.enrol()}>
          <input type="hidden" name="suite" value={next} />
          <MakePasskeyActions creation={creation} kind="plain" />
        </Form>
      </section>
      <GiveUp />
    </Layout>
  )
}

/** Install, scan, type: what adding an authenticator asks, wherever it is asked. */
export function EnrolSteps({
  offer,
  children,
}: {
  readonly offer: Offer
  readonly children?: Child
}) {
  const { enrol, code } = useVisit().words.access
  return (
    <>
      <ol class="enrol-steps">
        <li>{enrol.stepApp}</li>
        <li>
          {enrol.stepScan}
          <div class="enrol-picture">{raw(barcodeSvg(offer.uri, { alt: enrol.picture }))}</div>
          <p class="hint">
            {enrol.stepKey} <Reference>{spacedSecret(offer.secret)}</Reference>
          </p>
        </li>
        <li>{enrol.stepCode}</li>
      </ol>
      {children}
      <CodeField name="code" label={code.code} />
    </>
  )
}

/** Shown once, in answer to the form that made them. */
export function RecoveryCodesPage({
  codes,
  next,
}: {
  readonly codes: readonly string[]
  readonly next: string
}) {
  const { access, frame } = useVisit().words
  const { enrol } = access
  return (
    <Layout title={enrol.codesTitle}>
      <PageHead title={enrol.codesTitle} lead={enrol.codesLead} />
      <ol class="recovery-codes" dir="ltr">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div
        class="actions"
        data-enhance="codes"
        data-print={frame.print}
        data-copy={frame.copy}
        data-copied={frame.copied}
      >
        <ButtonLink href={next} kind="primary">
          {enrol.codesKept}
        </ButtonLink>
      </div>
    </Layout>
  )
}
