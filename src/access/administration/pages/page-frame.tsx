import type { Child } from 'hono/jsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { useVisit } from '../../../web/visit.ts'
import { administrationBand } from '../administration-band.ts'
import { OpposableNotes } from '../opposable-notes.tsx'
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
      <OpposableNotes open={administration.openObjections} />
      {children}
    </Layout>
  )
}
