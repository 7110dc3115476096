import { ButtonLink, Actions } from '../../web/components/button.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import { examplesAt } from '../examples.ts'

/** «Interface pour vos logiciels»: for the person who programs the company's software. */
export function InterfacePage({ origin }: { readonly origin: string }) {
  const { words, language, demonstration } = useVisit()
  const said = words.machine
  return (
    <Layout title={said.title}>
      <PageHead title={said.title} lead={said.lead} />
      <h2>{said.keyTitle}</h2>
      <p>{said.key}</p>
      <p>{said.keyShown}</p>
      <h2>{said.descriptionTitle}</h2>
      <p>{said.description}</p>
      <Actions>
        <ButtonLink href={`${paths.api.description()}?lang=${language}`}>
          {said.descriptionLink}
        </ButtonLink>
      </Actions>
      <h2>{said.trialTitle}</h2>
      <p>{said.trial}</p>
      {demonstration ? <Note tone="info">{said.trialHere}</Note> : null}
      <Examples origin={origin} />
      <h2>{said.onceTitle}</h2>
      <p>{said.once}</p>
      <h2>{said.limitsTitle}</h2>
      <ul>
        {said.limits.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <Errors />
    </Layout>
  )
}

function Examples({ origin }: { readonly origin: string }) {
  const said = useVisit().words.machine
  return (
    <>
      <h2>{said.examplesTitle}</h2>
      <p>{said.examplesLead}</p>
      {examplesAt(origin).map(({ name, command }) => (
        <section>
          <h3>{said.examples[name]}</h3>
          <p>{said.exampleNotes[name]}</p>
          <pre dir="ltr">
            <code>{command}</code>
          </pre>
        </section>
      ))}
    </>
  )
}

type Status = keyof Words['machine']['statuses']

function Errors() {
  const said = useVisit().words.machine
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of this very object
  const statuses = Object.keys(said.statuses).map(Number) as Status[]
  return (
    <>
      <h2>{said.errorsTitle}</h2>
      <p>{said.errorsLead}</p>
      <Table
        caption={said.errorsTitle}
        rows={statuses}
        columns={[
          {
            head: said.statusColumn,
            cell: (status) => (
              <span id={`erreur-${status}`}>
                <bdi dir="ltr">{status}</bdi> {said.statuses[status]}
              </span>
            ),
          },
          { head: said.meaningColumn, cell: (status) => said.advice[status] },
        ]}
      />
    </>
  )
}
