import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type Door, doors, signInPath } from '../../doors.ts'

interface Props {
  readonly door: Door
  readonly next: string
  readonly errors?: Mistakes
  readonly typed?: Fields
}

/** One door: who it is for, two fields, and the ways out for who cannot open it. */
export function SignInPage({ door, next, errors = {}, typed = {} }: Props) {
  const { words, visitor } = useVisit()
  const { signIn } = words.access
  const title = signIn.title(words.access.doors[door])
  return (
    <Layout title={title} errors={errors}>
      <PageHead title={title} lead={useLead(door)} />
      {visitor ? (
        <Note action={<ButtonLink href={visitor.home}>{signIn.continueAs}</ButtonLink>}>
          {signIn.alreadyIn(visitor.name)}
        </Note>
      ) : null}
      <Form action={signInPath(door)} errors={errors} typed={typed}>
        <input type="hidden" name="suite" value={next} />
        <LoginField door={door} />
        <PasswordField name="password" label={signIn.password} autocomplete="current-password" />
        <Actions>
          <Button>{words.frame.validate}</Button>
        </Actions>
      </Form>
      <WaysOut door={door} />
    </Layout>
  )
}

function useLead(door: Door): string {
  const { access } = useVisit().words
  if (door === 'administration') return access.signIn.leadAdministration
  if (door === 'agence') return access.signIn.leadAgency
  return access.signIn.leadService(access.doors[door])
}

/** The N° Adhérent for the delegate, a login for the others; both are what a password manager calls a user name. */
export function LoginField({ door }: { readonly door: Door }) {
  const { signIn } = useVisit().words.access
  return door === 'administration' ? (
    <TextField
      name="employerNumber"
      label={signIn.employerNumber}
      hint={signIn.employerNumberHint}
      inputmode="numeric"
      autocomplete="username"
      width="short"
      maxlength={20}
    />
  ) : (
    <TextField
      name="login"
      label={signIn.login}
      hint={door === 'agence' ? undefined : signIn.loginHint}
      autocomplete="username"
      dir="ltr"
      width="medium"
      maxlength={120}
    />
  )
}

function WaysOut({ door }: { readonly door: Door }) {
  const { words } = useVisit()
  const { signIn } = words.access
  return (
    <nav class="ways-out" aria-label={signIn.otherDoors}>
      <p>
        <a href={paths.signIn.forgotten({ door })}>{signIn.forgotten}</a>
      </p>
      {door === 'administration' ? (
        <p>
          <a href={paths.subscription.start()}>{signIn.subscribe}</a>
        </p>
      ) : null}
      {door === 'agence' ? null : (
        <>
          <h2>{signIn.otherDoors}</h2>
          <ul>
            {doors
              .filter((other) => other !== door && other !== 'agence')
              .map((other) => (
                <li>
                  <a href={signInPath(other)}>{words.access.doors[other]}</a>
                </li>
              ))}
          </ul>
        </>
      )}
    </nav>
  )
}
