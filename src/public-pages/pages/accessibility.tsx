import { PageHead } from '../../web/components/page-head.tsx'
import { Layout } from '../../web/layout.tsx'
import { useVisit } from '../../web/visit.ts'

/** What was aimed at, done, checked and not done yet: said as it is. */
export function AccessibilityPage() {
  const { fund, words } = useVisit()
  const { accessibility } = words.home
  return (
    <Layout title={accessibility.title}>
      <PageHead title={accessibility.title} lead={accessibility.lead} />
      <h2>{accessibility.aimTitle}</h2>
      <p>{accessibility.aim}</p>
      <h2>{accessibility.doneTitle}</h2>
      <Sentences of={accessibility.done} />
      <h2>{accessibility.testedTitle}</h2>
      <p>{accessibility.tested}</p>
      <h2>{accessibility.knownTitle}</h2>
      <Sentences of={accessibility.known} />
      <h2>{accessibility.tellTitle}</h2>
      <p>{accessibility.tell(fund.agencyEmail)}</p>
    </Layout>
  )
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul>
      {of.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}
