import type { Child } from 'hono/jsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

interface Props {
  readonly title: string
  /** Which place of the band this page belongs to. */
  readonly place: 'nearing' | 'claims'
  readonly errors?: Mistakes | undefined
  /** Tables use the whole width. */
  readonly wide?: boolean | undefined
  readonly children: Child
}

/** The frame of «e-Liquidation@». */
export function LiquidationPage({ title, place, errors, wide, children }: Props) {
  const { liquidations } = useVisit().words
  const hrefs = { nearing: paths.liquidations.nearing(), claims: paths.claims.list() }
  const cells = [
    { label: liquidations.cells.nearing, href: hrefs.nearing },
    { label: liquidations.cells.claims, href: hrefs.claims },
  ]
  return (
    <Layout
      title={title}
      band={{ label: liquidations.band, cells }}
      current={hrefs[place]}
      wide={wide}
      errors={errors}
    >
      {children}
    </Layout>
  )
}
