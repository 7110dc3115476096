import type { Child } from 'hono/jsx'
import type { Mistakes } from './form.ts'
import { Layout } from './layout.tsx'
import { paths } from './paths.ts'
import { useVisit } from './visit.ts'

interface Props {
  readonly title: string
  /** Which place of the band this page belongs to. */
  readonly place: 'situation' | 'statement' | 'members' | 'transfers' | 'attestations'
  readonly errors?: Mistakes | undefined
  /** Tables use the whole width. */
  readonly wide?: boolean | undefined
  readonly children: Child
}

/** The frame of «Compte Adhérent», whichever module the page belongs to. */
export function EmployerAccountPage({ title, place, errors, wide, children }: Props) {
  const { ledger } = useVisit().words
  const hrefs = {
    situation: paths.employerAccount.situation(),
    statement: paths.employerAccount.statement(),
    members: paths.employerAccount.members(),
    transfers: paths.employerAccount.transfers(),
    attestations: paths.employerAccount.attestations(),
  }
  const cells = [
    { label: ledger.cells.situation, href: hrefs.situation },
    { label: ledger.cells.statement, href: hrefs.statement },
    { label: ledger.cells.members, href: hrefs.members },
    { label: ledger.cells.transfers, href: hrefs.transfers },
    { label: ledger.cells.attestations, href: hrefs.attestations },
  ]
  return (
    <Layout
      title={title}
      band={{ label: ledger.band, cells }}
      current={hrefs[place]}
      wide={wide}
      errors={errors}
    >
      {children}
    </Layout>
  )
}
