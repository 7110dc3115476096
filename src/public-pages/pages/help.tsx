import { Details } from '../../web/components/details.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { Contact } from './contact.tsx'

/** Help and contact, one press away from every page (quality US26). */
export function HelpPage() {
  const { words } = useVisit()
  const { help } = words.home
  return (
    <Layout title={help.title}>
      <PageHead title={help.title} lead={help.lead} />
      {help.questions.map(({ question, answer }) => (
        <Details summary={question}>
          <p>{answer}</p>
        </Details>
      ))}
      <p>
        <a href={paths.interface()}>{words.machine.title}</a>
      </p>
      <h2>{help.contactTitle}</h2>
      <p>{help.contactNote}</p>
      <Contact />
    </Layout>
  )
}
