import type { Child } from 'hono/jsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

interface Props {
  readonly title: string
  /** Which place of the band this page belongs to. */
  readonly place: 'queue' | 'desk' | 'search'
  readonly errors?: Mistakes | undefined
  readonly errorsPrefix?: string | undefined
  /** A single column, for the pages that only ask one thing. */
  readonly narrow?: boolean | undefined
  readonly children: Child
}

/** The frame of the agents' pages: queue, desk, search. */
export function AgencyPage({ title, place, errors, errorsPrefix, narrow, children }: Props) {
  const { agency } = useVisit().words
  const hrefs = {
    queue: paths.agency.queue(),
    desk: paths.agency.desk(),
    search: paths.agency.search(),
  }
  const cells = [
    { label: agency.queue.cell, href: hrefs.queue },
    { label: agency.desk.title, href: hrefs.desk },
    { label: agency.search.cell, href: hrefs.search },
  ]
  return (
    <Layout
      title={title}
      band={{ label: agency.band, cells }}
      current={hrefs[place]}
      wide={!narrow}
      errors={errors}
      errorsPrefix={errorsPrefix}
    >
      {children}
    </Layout>
  )
}
