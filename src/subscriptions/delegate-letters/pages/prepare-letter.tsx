import { administrationBand } from '../../../access/administration/administration-band.ts'
import { OpposableNotes } from '../../../access/administration/opposable-notes.tsx'
import type { Administration } from '../../../access/administration/read-administration.ts'
import { letterTitle } from '../../../letters/letter-title.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { Form } from '../../../web/components/form.tsx'
import type { FormState } from '../../../web/components/form-state.ts'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { LostFactorBox } from '../../pages/lost-factor-box.tsx'
import type { DelegateLetterKind } from '../delegate-letter.ts'

interface Props extends Partial<FormState> {
  readonly kind: DelegateLetterKind
  readonly administration: Administration
}

/** One letter: only what the fund does not know is asked (product A10). */
export function PrepareLetterPage({ kind, administration, errors, typed }: Props) {
  const { words, language, fund } = useVisit()
  const own = words.administration.letters
  const title = letterTitle(kind, fund.name)[language]
  const leads = {
    renewal: own.renewalLead,
    email_update: own.emailLead,
    password_reset: own.resetLead,
  }
  return (
    <Layout
      title={title}
      band={administrationBand(words, administration)}
      current={paths.administration.information()}
      errors={errors}
    >
      <OpposableNotes open={administration.openObjections} />
      <BackLink href={paths.administration.letters()}>{own.title}</BackLink>
      <PageHead title={title} lead={leads[kind]} />
      <Form action={paths.administration.letter({ kind })} errors={errors} typed={typed}>
        {kind === 'email_update' ? (
          <TextField name="newEmail" type="email" label={own.newEmail} maxlength={254} />
        ) : null}
        {kind === 'password_reset' ? <LostFactorBox /> : null}
        <TextField
          name="signatoryName"
          label={own.signatoryName}
          hint={own.signatoryNameHint}
          autocomplete="off"
        />
        <TextField
          name="signatoryCapacity"
          label={own.signatoryCapacity}
          hint={own.signatoryCapacityHint}
        />
        {kind === 'renewal' ? (
          <Checkbox name="consent" label={words.subscriptions.consent} />
        ) : null}
        <Actions>
          <Button>{kind === 'renewal' ? own.renewalNext : own.prepare}</Button>
          <ButtonLink href={paths.administration.letters()}>{words.frame.back}</ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
