import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { fullName } from '../../accounts.ts'
import { PageFrame } from './page-frame.tsx'
import { ScopeFields } from './scope-fields.tsx'
import type { UserPageProps } from './user.tsx'

interface Props extends UserPageProps {
  /** From a warning: a category to tick beside those there are. */
  readonly category?: string | undefined
}

/** «Télédéclaration»: the mode and the categories of one declarant. */
export function UserScopePage({ cell, user, administration, errors, typed, category }: Props) {
  const { words } = useVisit()
  const own = words.administration
  const title = own.user.scopeTitle(fullName(user))
  const back = paths.administration.user({ cell, id: user.id })
  const known = user.mandate?.categories ?? []
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
        action={paths.administration.userScope({ cell, id: user.id })}
        errors={errors}
        typed={typed}
        version={user.mandate?.version}
      >
        <ScopeFields
          cell={cell}
          administration={administration}
          mandate={user.mandate}
          ticked={category ? [...known, category] : known}
        />
        <Actions>
          <Button>{own.form.validate}</Button>
          <ButtonLink href={back}>{own.form.back}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}
