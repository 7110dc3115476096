import { RadioGroup } from '../../../web/components/choices.tsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { useVisit } from '../../../web/visit.ts'
import { buildLogin } from '../../login-name.ts'
import { type Cell, mayGetProvisionalPassword, serviceOfCell } from '../cell.ts'

interface Props {
  readonly cell: Cell
  readonly employerNumber: string
  readonly linkHours: number
}

/** The login, one per service, and how the first password reaches its user (product A4, A7). */
export function AccessFields({ cell, employerNumber, linkHours }: Props) {
  const { words } = useVisit()
  const own = words.administration.form
  const service = serviceOfCell(cell)
  const example = buildLogin('klahlou', service, employerNumber)
  return (
    <FieldGroup legend={own.access} hint={own.oneLogin}>
      <TextField
        name="login"
        label={own.login}
        hint={cell === 'externe' ? own.loginHintExternal : own.loginHint(example)}
        width="medium"
        dir="ltr"
        maxlength={32}
        optional
      />
      {mayGetProvisionalPassword(service) ? (
        <FirstPasswordFields linkHours={linkHours} />
      ) : (
        <p>{cell === 'externe' ? own.linkOnlyFirm : own.linkOnlyPayment}</p>
      )}
    </FieldGroup>
  )
}

function FirstPasswordFields({ linkHours }: Pick<Props, 'linkHours'>) {
  const { words } = useVisit()
  const hours = words.access.mail.hours(linkHours)
  const own = words.administration.form
  return (
    <>
      <RadioGroup
        name="firstPassword"
        label={own.firstPassword}
        value="link"
        options={[
          { value: 'link', label: own.byLink, hint: own.byLinkHint(hours) },
          { value: 'provisional', label: own.byTyped, hint: own.byTypedHint },
        ]}
      />
      <div class="only-if">
        <PasswordField
          name="provisional"
          label={own.provisional}
          hint={own.provisionalHint}
          autocomplete="new-password"
        />
      </div>
    </>
  )
}
