import { formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { countCompanies, type Ready, sentAtMost, totalOf, writeChosen } from '../ready.ts'

export const chosenField = 'declaration'

interface Props {
  readonly ready: readonly Ready[]
  /** The file whose parts these are, when it is one file's. */
  readonly file: string | null
  readonly errors?: Mistakes | undefined
  /** What was sent before something stayed behind. */
  readonly notice?: string | undefined
}

/** What is ready, company by company, before it is sent: nothing goes that is not shown here. */
export function SendReadyPage({ ready, file, errors = {}, notice }: Props) {
  const { words } = useVisit()
  const said = words.firm.send
  const shown = ready.slice(0, sentAtMost)
  return (
    <Layout
      title={said.title}
      band={useDeclarationBand()}
      current={paths.declarations.board()}
      errors={errors}
      wide
    >
      {notice ? <Note tone="done" title={notice} /> : null}
      <BackLink href={paths.declarations.board()}>{words.declarations.companies}</BackLink>
      <PageHead title={said.title} lead={shown.length > 0 ? said.lead : undefined} />
      {ready.length > shown.length ? <Note>{said.tooMany(sentAtMost)}</Note> : null}
      {shown.length === 0 ? (
        <EmptyState title={said.none}>{said.noneText}</EmptyState>
      ) : (
        <Form action={paths.firm.send() + (file ? `?fichier=${file}` : '')} wide anyEmployer>
          <ReadyTable ready={shown} />
          <p>{said.explains(shown.length)}</p>
          <Actions>
            <Button>{said.button(shown.length, countCompanies(shown))}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  )
}

function ReadyTable({ ready }: { readonly ready: readonly Ready[] }) {
  const { words, language } = useVisit()
  const said = words.firm.send
  const periodOf = ({ check, category }: Ready) =>
    words.firm.board.task(formatQuarterInWords(check.quarter, language), category)
  return (
    <Table
      caption={said.caption}
      rows={ready}
      foot={[
        said.all,
        null,
        null,
        <Money amount={totalOf(ready, 'salary')} />,
        <Money amount={totalOf(ready, 'total')} />,
      ]}
      columns={[
        {
          head: said.company,
          cell: (one) => (
            <span class="choice">
              <input
                id={`envoi-${one.check.id}`}
                type="checkbox"
                name={chosenField}
                value={writeChosen(one.check)}
                checked
                aria-label={said.choose(one.company.name, periodOf(one))}
              />
              <label for={`envoi-${one.check.id}`}>
                <bdi>{one.company.name}</bdi>
                <small>
                  <Reference>{one.company.number}</Reference>
                </small>
              </label>
            </span>
          ),
        },
        { head: said.period, cell: periodOf },
        {
          head: said.lines,
          numeric: true,
          cell: (one) => <Reference>{String(one.check.lines)}</Reference>,
        },
        { head: said.salaries, numeric: true, cell: (one) => <Money amount={one.check.salary} /> },
        { head: said.total, numeric: true, cell: (one) => <Money amount={one.check.total} /> },
      ]}
    />
  )
}
