import type { Child } from 'hono/jsx'
import type { Mistakes } from './form.ts'
import { Layout } from './layout.tsx'
import { NextButton } from './next-case.tsx'
import { paths } from './paths.ts'
import { useVisit } from './visit.ts'

interface Props {
  readonly title: string
  /** Which place of the band this page belongs to. */
  readonly place:
    | 'queue'
    | 'newcomers'
    | 'desk'
    | 'search'
    | 'collections'
    | 'imports'
    | 'parameters'
    | 'agents'
    | 'figures'
  readonly errors?: Mistakes | undefined
  readonly errorsPrefix?: string | undefined
  /** A single column, for the pages that only ask one thing. */
  readonly narrow?: boolean | undefined
  readonly children: Child
}

/** The frame of the agents' pages, whichever module they belong to. */
export function AgencyPage({ title, place, errors, errorsPrefix, narrow, children }: Props) {
  const { agency, agents, debits, figures, imports, newcomers, parameters } = useVisit().words
  const hrefs = {
    queue: paths.agency.queue(),
    newcomers: paths.agency.newcomers(),
    desk: paths.agency.desk(),
    search: paths.agency.search(),
    collections: paths.agency.collections(),
    imports: paths.agency.imports(),
    parameters: paths.agency.parameters(),
    agents: paths.agency.agents(),
    figures: paths.agency.figures(),
  }
  const cells = [
    { label: agency.queue.cell, href: hrefs.queue },
    { label: newcomers.cell, href: hrefs.newcomers },
    { label: agency.desk.title, href: hrefs.desk },
    { label: agency.search.cell, href: hrefs.search },
    { label: debits.title, href: hrefs.collections },
    { label: imports.title, href: hrefs.imports },
    { label: parameters.title, href: hrefs.parameters },
    { label: agents.title, href: hrefs.agents },
    { label: figures.title, href: hrefs.figures },
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
      <GoOn place={place} />
    </Layout>
  )
}

/** Where a case is decided, or leads back to once it is. */
const placesOfCases: readonly Props['place'][] = ['queue', 'newcomers']

/** On the page of a case, also when its form comes back, and after whatever was just decided: what comes next, in the view that the case was opened from. */
function GoOn({ place }: Pick<Props, 'place'>) {
  const { url, words, notice, queueView: view = null } = useVisit()
  const [here] = url.split('?')
  const isDone = notice !== null || view !== null || placesOfCases.includes(place)
  if (here === paths.agency.queue() || !isDone) return null
  return (
    <div class="actions">
      <NextButton query={view} label={words.work.goOn} kind="link" />
    </div>
  )
}
