import { formatDateTime, formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { CompanyName } from '../../../web/components/company-name.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form, HiddenFields } from '../../../web/components/form.tsx'
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
import { placeField, writePlace } from '../place.ts'
import { isOurs, type Worker } from '../prepared.ts'
import type { ReadyList } from '../read-ready.ts'
import { type Ready, sentAtMost, totalOf, writeChosen } from '../ready.ts'
import { ChosenTotal, Recount } from './chosen-total.tsx'

export const chosenField = 'declaration'

/** Apart from the form of the sending: a press of Enter on a box never leads elsewhere. */
const lookForm = 'regarder'

interface Props {
  readonly ready: ReadyList
  /** The file whose parts these are, when it is one file's. */
  readonly file: string | null
  /** What was ticked when the form was sent; unless it was, what the firm prepared itself. */
  readonly ticked?: readonly string[] | undefined
  readonly errors?: Mistakes | undefined
  /** What was sent before something stayed behind. */
  readonly notice?: string | undefined
}

/** What is ready, company by company, before it is sent: nothing goes that is not shown here. */
export function SendReadyPage({
  ready: { shown, isCut },
  file,
  ticked,
  errors = {},
  notice,
}: Props) {
  const { words } = useVisit()
  const said = words.firm.send
  const isTicked = (one: Ready) =>
    ticked ? ticked.includes(writeChosen(one)) : isOurs(one.prepared) && !one.hasEntry
  const theirs = shown.filter(({ prepared }) => !isOurs(prepared)).length
  return (
    <Layout
      title={said.title}
      band={useDeclarationBand()}
      current={paths.declarations.board()}
      errors={errors}
      wide
    >
      {notice ? (
        <Note
          tone="done"
          title={notice}
          action={<ButtonLink href={paths.firm.receipts()}>{words.firm.receipts.title}</ButtonLink>}
        />
      ) : null}
      <BackLink href={paths.declarations.board()}>{words.declarations.companies}</BackLink>
      <PageHead title={said.title} lead={shown.length > 0 ? said.lead : undefined} />
      {isCut ? <Note>{said.tooMany(sentAtMost)}</Note> : null}
      {theirs > 0 ? <Note title={said.notOurs(theirs)}>{said.notOursText}</Note> : null}
      {shown.length === 0 ? (
        <EmptyState title={said.none}>{said.noneText}</EmptyState>
      ) : (
        <Form
          action={paths.firm.send() + (file ? `?fichier=${file}` : '')}
          wide
          anyEmployer
          enhance="ticked ticked-sum"
        >
          <ReadyTable ready={shown} isTicked={isTicked} />
          <p>{said.explains(shown.length)}</p>
          <p role="status" data-text={said.ticked}></p>
          <ChosenTotal chosen={shown.filter(isTicked)} />
          <Actions>
            <Button>{said.button}</Button>
            <Recount />
          </Actions>
        </Form>
      )}
      {theirs > 0 ? (
        <form method="post" id={lookForm}>
          <HiddenFields anyEmployer />
        </form>
      ) : null}
    </Layout>
  )
}

interface TableProps {
  readonly ready: readonly Ready[]
  readonly isTicked: (one: Ready) => boolean
}

function ReadyTable({ ready, isTicked }: TableProps) {
  const { words, language } = useVisit()
  const said = words.firm.send
  const periodOf = ({ check, category }: Ready) =>
    words.firm.board.task(formatQuarterInWords(check.quarter, language), category)
  return (
    <Table
      caption={said.caption}
      rows={ready}
      foot={[
        said.together,
        null,
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
                value={writeChosen(one)}
                data-amount={one.check.total.toString()}
                checked={isTicked(one)}
                aria-label={said.choose(one.company.name, periodOf(one))}
              />
              <label for={`envoi-${one.check.id}`}>
                <CompanyName name={one.company.name} number={one.company.number} />
              </label>
            </span>
          ),
        },
        {
          head: said.period,
          cell: (one) => (
            <>
              {periodOf(one)}
              {one.hasEntry ? (
                <small>
                  <strong>{said.entryBegun}</strong>
                </small>
              ) : null}
            </>
          ),
        },
        { head: said.prepared, cell: (one) => <PreparedBy one={one} /> },
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

/** Who made it what it is, and the way to look at it. */
function PreparedBy({ one: { prepared, company, check } }: { readonly one: Ready }) {
  const { words, language } = useVisit()
  const said = words.firm.send
  const { by, at, changed } = prepared
  return (
    <>
      <bdi>{nameOf(by, said)}</bdi>
      <small>{said.at(formatDateTime(at, language))}</small>
      {changed ? (
        <small>
          <strong>
            {said.changed(nameOf(changed.by, said), formatDateTime(changed.at, language))}
          </strong>
        </small>
      ) : null}
      {isOurs(prepared) ? null : (
        <small>
          {' '}
          <Button
            kind="link"
            form={lookForm}
            name={placeField}
            value={writePlace({ at: 'check', id: check.id })}
            formaction={paths.declarations.takeInHand({ id: company.id })}
          >
            {said.look}
            <span class="visually-hidden"> {company.name}</span>
          </Button>
        </small>
      )}
    </>
  )
}

function nameOf({ name, isSelf }: Worker, said: { you: string; somebody: string }): string {
  if (isSelf) return said.you
  return name === '' ? said.somebody : name
}
