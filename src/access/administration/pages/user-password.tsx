import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { mayGetProvisionalPassword } from '../cell.ts'
import { maskedEmail } from '../mask-email.ts'
import { fullName } from '../../accounts.ts'
import { PageFrame } from './page-frame.tsx'
import type { UserPageProps } from './user.tsx'

/** «Créer un nouveau mot de passe»: a link to the user's own address, or the kind that works once (product A8). */
export function UserPasswordPage({ cell, user, administration, errors, typed }: UserPageProps) {
  const { words } = useVisit()
  const own = words.administration
  const title = own.user.passwordTitle(fullName(user))
  const back = paths.administration.user({ cell, id: user.id })
  const mayType = mayGetProvisionalPassword(user.service)
  const address = cell === 'externe' ? maskedEmail(user.email) : user.email
  return (
    <PageFrame
      title={title}
      administration={administration}
      current={paths.administration.users({ cell })}
      errors={errors}
    >
      <BackLink href={back}>{fullName(user)}</BackLink>
      <PageHead
        title={title}
        lead={mayType ? own.user.passwordLead : own.user.passwordLinkOnly(address)}
      />
      <Form
        action={paths.administration.userPassword({ cell, id: user.id })}
        errors={errors}
        typed={typed}
      >
        {mayType ? (
          <Ways email={address} />
        ) : (
          <input type="hidden" name="firstPassword" value="link" />
        )}
        <Actions>
          <Button>{mayType ? own.user.passwordStart : own.user.passwordSend}</Button>
          <ButtonLink href={back}>{own.form.back}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}

function Ways({ email }: { readonly email: string }) {
  const { words } = useVisit()
  const { user: own, form } = words.administration
  return (
    <>
      <RadioGroup
        name="firstPassword"
        label={own.password}
        value="link"
        options={[
          { value: 'link', label: own.passwordByLink, hint: own.passwordByLinkHint(email) },
          { value: 'provisional', label: own.passwordByTyped, hint: own.passwordTypedHint },
        ]}
      />
      <div class="only-if">
        <PasswordField
          name="provisional"
          label={form.provisional}
          hint={form.provisionalHint}
          autocomplete="new-password"
        />
      </div>
    </>
  )
}
