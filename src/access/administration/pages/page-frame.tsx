import type { Child } from 'hono/jsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { Note } from '../../../web/components/note.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { administrationBand } from '../administration-band.ts'
import type { Administration } from '../read-administration.ts'

interface Props {
  readonly title: string
  readonly administration: Administration
  /** The address of the band's cell where we are. */
  readonly current: string
  readonly wide?: boolean | undefined
  readonly errors?: Mistakes | undefined
  readonly children: Child
}

/** A page of «Administration Utilisateurs»: the orange band above, the cell we are in lighter. */
export function PageFrame({ administration, children, ...props }: Props) {
  const { words } = useVisit()
  return (
    <Layout {...props} band={administrationBand(words, administration)}>
      <MayObject administration={administration} />
      {children}
    </Layout>
  )
}

/** Told on every page, not only by an e-mail: a request is being examined that would end this person's access. */
function MayObject({ administration }: Pick<Props, 'administration'>) {
  const { objection } = useVisit().words.subscriptions
  const { openObjection } = administration
  if (!openObjection) return null
  return (
    <Note
      tone="warning"
      title={openObjection.kind === 'email_update' ? objection.email.title : objection.title}
      action={
        <ButtonLink href={paths.administration.objection({ id: openObjection.letterId })}>
          {objection.see}
        </ButtonLink>
      }
    >
      {objection.until} <DateText date={openObjection.openUntil} />
    </Note>
  )
}
