import type { Child } from 'hono/jsx'
import { administrationBand } from '../../access/administration/administration-band.ts'
import type { Administration } from '../../access/administration/read-administration.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

interface Props {
  readonly title: string
  /** Of the delegate who is signed in: their band, and the way back to their letters. */
  readonly administration: Administration | undefined
  readonly errors: Mistakes | undefined
  readonly children: Child
}

/** A letter, for whoever came by a reference or a mailed link, and for the delegate who came from their own pages. */
export function LetterFrame({ title, administration, errors, children }: Props) {
  const { words } = useVisit()
  if (!administration)
    return (
      <Layout title={title} errors={errors}>
        {children}
      </Layout>
    )
  return (
    <Layout
      title={title}
      errors={errors}
      band={administrationBand(words, administration)}
      current={paths.administration.information()}
    >
      <BackLink href={paths.administration.letters()}>
        {words.administration.letters.title}
      </BackLink>
      {children}
    </Layout>
  )
}
