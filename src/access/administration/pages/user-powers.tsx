import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { fullName } from '../../accounts.ts'
import { PageFrame } from './page-frame.tsx'
import { PowersFields } from './powers-fields.tsx'
import type { UserPageProps } from './user.tsx'

/** «Compte Adhérent» of a payment profile: Ordonnateur and/or Validateur. */
export function UserPowersPage({ cell, user, administration, errors, typed }: UserPageProps) {
  const { words } = useVisit()
  const own = words.administration
  const title = own.user.powersTitle(fullName(user))
  const { employer, settingsToCome } = administration
  const back = paths.administration.user({ cell, id: user.id })
  const powers = [...(user.isMaker ? ['maker'] : []), ...(user.isValidator ? ['validator'] : [])]
  return (
    <PageFrame
      title={title}
      administration={administration}
      current={paths.administration.users({ cell })}
      errors={errors}
    >
      <BackLink href={back}>{fullName(user)}</BackLink>
      <PageHead title={title} />
      <Form
        action={paths.administration.userPowers({ cell, id: user.id })}
        errors={errors}
        typed={typed}
        version={user.version}
      >
        {employer.selfConfirmation || settingsToCome?.selfConfirmation ? (
          <Note tone="warning">{own.user.powersBoth}</Note>
        ) : null}
        <PowersFields values={powers} />
        <Actions>
          <Button>{own.form.validate}</Button>
          <ButtonLink href={back}>{own.form.back}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}
