import { useVisit } from '../../web/visit.ts'
import type { User } from './user.ts'

/** A login may break after a dot, so that a long one leaves room for the rest of its row. */
export function LoginText({ user }: { readonly user: Pick<User, 'login'> }) {
  const { words } = useVisit()
  if (user.login === null)
    return <span class="muted">{words.administration.loginAfterAcceptance}</span>
  return (
    <bdi dir="ltr" class="reference login">
      {user.login.split('.').map((part, index) => (
        <>
          {index === 0 ? '' : '.'}
          <wbr />
          {part}
        </>
      ))}
    </bdi>
  )
}
