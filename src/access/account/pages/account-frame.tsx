import type { Child } from 'hono/jsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'

interface Props {
  readonly title: string
  readonly lead?: Child | undefined
  readonly errors?: Mistakes
  readonly prefix?: string | undefined
  /** The page one came from, when it is not «Mon compte» itself. */
  readonly back?: { readonly href: string; readonly title: string }
  readonly children: Child
}

/** A page under «Mon compte». */
export function AccountFrame({ title, lead, errors = {}, prefix, back, children }: Props) {
  const { account } = useVisit().words
  const { href, title: place } = back ?? { href: paths.account.show(), title: account.title }
  return (
    <Layout title={title} errors={errors} errorsPrefix={prefix}>
      <BackLink href={href}>{place}</BackLink>
      <PageHead title={title} lead={lead} />
      {children}
    </Layout>
  )
}

/** Asked again for anything that could lock the owner out (quality AT63). */
export function CurrentPassword() {
  const { account } = useVisit().words
  return (
    <PasswordField
      name="currentPassword"
      label={account.currentPassword}
      hint={account.currentPasswordHint}
      autocomplete="current-password"
    />
  )
}
