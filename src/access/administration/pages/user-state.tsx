import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { cellOfService } from '../cell.ts'
import type { UserStep } from '../change-user-state.ts'
import { otherAccessesOf } from '../read-administration.ts'
import { fullName } from '../../accounts.ts'
import type { User } from '../user.ts'
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
      {step === 'suspend' || step === 'remove' ? (
        <OtherAccesses user={user} administration={administration} />
      ) : null}
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

/** Whoever leaves has left everywhere: what stays open is named before this access is closed. */
function OtherAccesses({ user, administration }: Pick<Props, 'user' | 'administration'>) {
  const { words } = useVisit()
  const { user: own, services } = words.administration
  const others = otherAccessesOf(administration, user)
  if (others.length === 0) return null
  return (
    <Note tone="warning" title={own.otherAccesses}>
      <p>{own.otherAccessesText}</p>
      <ul>
        {others.map(({ id, service, login }) => (
          <li>
            <a href={paths.administration.user({ cell: cellOfService(service), id })}>
              {services[service]}
            </a>{' '}
            <bdi>{login}</bdi>
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** What a step does to a firm's person, or to a Validateur, where it differs. */
function leadOf(step: UserStep, { service, isValidator }: User) {
  const isFirm = service === 'declaration_external'
  if (step === 'suspend' && isFirm) return 'suspendFirm'
  if (step !== 'factor') return undefined
  return isFirm ? 'factorFirm' : isValidator ? 'factorValidator' : undefined
}
