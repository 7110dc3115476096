import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { UserStep } from '../change-user-state.ts'
import { fullName, type User } from '../user.ts'
import { PageFrame } from './page-frame.tsx'
import type { UserPageProps } from './user.tsx'

interface Props extends UserPageProps {
  readonly step: UserStep
}

/** Suspend, reactivate, remove: what will happen, why, and one button that says it (product A9). */
export function UserStatePage({ cell, user, administration, step, errors, typed }: Props) {
  const { words } = useVisit()
  const own = words.administration.user
  const name = fullName(user)
  const isFirm = cell === 'externe'
  const asked = isFirm && step === 'remove' ? 'withdraw' : step
  const lead = own.stateLeads[leadOf(step, user) ?? asked]
  const back = paths.administration.user({ cell, id: user.id })
  return (
    <PageFrame
      title={own.stateTitles[asked](name)}
      administration={administration}
      current={paths.administration.users({ cell })}
      errors={errors}
    >
      <BackLink href={back}>{name}</BackLink>
      <PageHead title={own.stateTitles[asked](name)} lead={lead} />
      <Form
        action={`${paths.administration.userState({ cell, id: user.id })}?etape=${step}`}
        errors={errors}
        typed={typed}
        version={user.version}
      >
        <input type="hidden" name="step" value={step} />
        {step === 'reactivate' ? null : (
          <TextField
            name="reason"
            label={own.reasonLabel}
            hint={step === 'factor' ? own.factorReasonHint : own.reasonHint}
            maxlength={200}
          />
        )}
        <Actions apart={step === 'remove'}>
          <Button kind={step === 'remove' ? 'stop' : 'primary'}>
            {own.stateButtons[asked](name)}
          </Button>
          <ButtonLink href={back}>{words.administration.form.back}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}

/** What a step does to a firm's person, or to a Validateur, where it differs. */
function leadOf(step: UserStep, { service, isValidator }: User) {
  const isFirm = service === 'declaration_external'
  if (step === 'suspend' && isFirm) return 'suspendFirm'
  if (step !== 'factor') return undefined
  return isFirm ? 'factorFirm' : isValidator ? 'factorValidator' : undefined
}
