import type { Child } from 'hono/jsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form, HiddenFields } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'

/** Used, too old, replaced by another, or never made: the page says the same. */
export function DeadLinkPage() {
  const { link } = useVisit().words.access
  return <NoUse title={link.deadTitle} why={link.dead} next={link.deadNext} />
}

/** A good link whose sender is suspended: it is worth nothing until they are back (quality AT62). */
export function WaitingLinkPage() {
  const { link } = useVisit().words.access
  return <NoUse title={link.waitsTitle} why={link.waits} next={link.waitsNext} />
}

function NoUse({ title, why, next }: Record<'title' | 'why' | 'next', string>) {
  const { words } = useVisit()
  return (
    <Layout title={title}>
      <PageHead title={title} lead={why} />
      <p>{next}</p>
      <Actions>
        <ButtonLink href={paths.employers()}>{words.errors.backHome}</ButtonLink>
      </Actions>
    </Layout>
  )
}

/** A link is for its owner: whoever is signed in as somebody else leaves first (quality AT62). */
export function SignOutFirstPage({ name }: { readonly name: string }) {
  const { access } = useVisit().words
  return (
    <Layout title={access.link.signOutFirst}>
      <PageHead title={access.link.signOutFirst} lead={access.activate.signedIn(name)} />
      <form method="post" action={paths.signOut()}>
        <HiddenFields />
        <Actions>
          <Button>{access.link.signOutFirst}</Button>
        </Actions>
      </form>
    </Layout>
  )
}

interface OneButtonProps {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly button: string
  readonly children?: Child
}

/** What a link does happens on the button, never on opening it: mail scanners open links. */
export function OneButtonPage({ title, lead, action, button, children }: OneButtonProps) {
  return (
    <Layout title={title}>
      <PageHead title={title} lead={lead} />
      {children}
      <Form action={action}>
        <Actions>
          <Button>{button}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

export function EmailShown({ email }: { readonly email: string }) {
  const { access } = useVisit().words
  return (
    <p>
      {access.email.address} <Reference>{email}</Reference>
    </p>
  )
}
