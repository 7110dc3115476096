import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Cell } from '../cell.ts'
import { type Administration, isSubscribedTo } from '../read-administration.ts'
import { standingOf } from '../user.ts'
import type { UserProps } from './user.tsx'

interface StepsProps extends UserProps {
  readonly administration: Administration
}

/** What may be done with this user, each on its own small page. */
export function Steps({ cell, user, administration }: StepsProps) {
  const { words } = useVisit()
  const own = words.administration.user
  const at = { cell, id: user.id }
  const isFirm = cell === 'externe'
  const standing = standingOf(user, administration.now)
  const isInForce = !['offered', 'declined', 'suspended', 'removed'].includes(standing)
  const state = (step: string) => `${paths.administration.userState(at)}?etape=${step}`
  return (
    <Actions>
      {user.mandate && standing !== 'declined' ? (
        <ButtonLink href={paths.administration.userScope(at)}>{own.scopeChange}</ButtonLink>
      ) : null}
      {cell === 'profils' ? (
        <ButtonLink href={paths.administration.userPowers(at)}>{own.powersChange}</ButtonLink>
      ) : null}
      {isInForce && user.state === 'invited' && !isFirm ? (
        <Resend at={at} label={own.resend} />
      ) : null}
      {standing === 'offered' ? <Resend at={at} label={own.remind} /> : null}
      {isInForce ? (
        <ButtonLink href={paths.administration.userPassword(at)}>{own.passwordChange}</ButtonLink>
      ) : null}
      {standing === 'active' && user.hasSecondFactor !== false ? (
        <ButtonLink href={state('factor')}>{own.factorLost}</ButtonLink>
      ) : null}
      {standing === 'suspended' && isSubscribedTo(administration, cell) ? (
        <ButtonLink href={state('reactivate')}>{own.reactivate}</ButtonLink>
      ) : null}
      {isInForce ? <ButtonLink href={state('suspend')}>{own.suspend}</ButtonLink> : null}
      <ButtonLink href={state('remove')} kind="stop">
        {isFirm ? own.withdraw : own.remove}
      </ButtonLink>
    </Actions>
  )
}

interface ResendProps {
  readonly at: { readonly cell: Cell; readonly id: string }
  readonly label: string
}

function Resend({ at, label }: ResendProps) {
  return (
    <form method="post" action={paths.administration.userInvitation(at)} data-enhance="once">
      <HiddenFields />
      <Button kind="plain">{label}</Button>
    </form>
  )
}
