import { formatDateTime } from '../../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { grouped } from '../../../web/words/language.ts'
import { adviceFor, causeTitle, differsByLine } from '../../finding-words.ts'
import { causeName, isAboutFile, isAboutMembers } from '../cause.ts'
import type { CauseView, LineShown } from '../view-cause.ts'
import { Reading } from './cause-list.tsx'
import { lineAddress } from '../line-address.ts'
import { fieldOfSheet } from '../../entry/field-address.ts'
import { CausePages, CauseTools } from './cause-pages.tsx'
import type { Typed } from './typed.ts'

interface Props {
  readonly view: CauseView
  readonly typed: Typed | undefined
}

/** The lines of a cause, each with its correction; a doubt can be confirmed here, one by one, together, or not at all. */
export function CauseLines({ view, typed }: Props) {
  const { cause, showsConfirmed } = view
  const isDoubt = cause.severity === 'to_confirm'
  return (
    <>
      <CauseTools view={view} />
      {isDoubt && !showsConfirmed ? (
        <ConfirmLines view={view} typed={typed} />
      ) : isDoubt ? (
        <WithdrawLines view={view} />
      ) : (
        <Lines view={view} />
      )}
      <CausePages view={view} />
    </>
  )
}

/** The boxes stand outside the form that sends them: the form of a line may open between them. */
const confirming = 'confirmer-lignes'
const withdrawing = 'retirer-confirmations'

function ConfirmLines({ view, typed }: Props) {
  const said = useVisit().words.desk
  const { declaration, cause, reasons } = view
  return (
    <>
      <Lines view={view} ticked={typed?.fields['constat']} />
      <Form
        id={confirming}
        action={paths.declarations.confirm({ id: declaration.id })}
        version={declaration.version}
        prefix="constat-"
        errors={typed?.errors}
        typed={typed?.fields}
      >
        <input type="hidden" name="code" value={cause.code} />
        <input type="hidden" name="champ" value={cause.field} />
        <input type="hidden" name="depuis" value="constat" />
        <TextField
          name="raison"
          label={said.reason}
          hint={said.reasonHint}
          maxlength={200}
          suggestions={reasons}
        />
        <Actions>
          <Button kind="plain" name="choix" value="coches">
            {said.confirmTicked}
          </Button>
          <Button kind="plain" name="tous" value="oui">
            {said.confirmAll(cause.count - cause.confirmed)}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

function WithdrawLines({ view }: { readonly view: CauseView }) {
  const said = useVisit().words.desk
  const { declaration, cause } = view
  const address = { id: declaration.id, cause: causeName(cause) }
  return (
    <>
      <Lines view={view} />
      <Form
        id={withdrawing}
        action={paths.declarations.withdraw(address)}
        version={declaration.version}
      >
        <Button kind="plain" name="tous" value="oui">
          {said.withdrawAll(cause.confirmed)}
        </Button>
      </Form>
    </>
  )
}

interface LinesProps {
  readonly view: CauseView
  readonly ticked?: string | readonly string[] | undefined
}

function Lines({ view, ticked }: LinesProps) {
  const { words, language } = useVisit()
  const said = words.desk
  const isDoubt = view.cause.severity === 'to_confirm' && !view.showsConfirmed
  const columns = [
    ...(isDoubt ? [tickColumn(said, ticked)] : []),
    ...(isAboutMembers(view.cause) || view.isOfSheet
      ? []
      : [
          { head: said.line, cell: (row: LineShown) => <Reference>{grouped(row.line)}</Reference> },
        ]),
    {
      head: said.who,
      cell: (row: LineShown) => <bdi>{row.person || said.whoUnknown}</bdi>,
    },
    {
      head: view.isOfSheet ? said.readInSheet : said.read,
      cell: (row: LineShown) => (
        <>
          <Reading row={row} />
          {differsByLine(view.lines) ? <small>{adviceFor(row, language)}</small> : null}
        </>
      ),
    },
    ...(view.showsConfirmed ? [reasonColumn(said, language)] : []),
    {
      head: said.action,
      hideHead: true,
      cell: (row: LineShown) => <LineAction view={view} row={row} />,
    },
  ]
  return (
    <div class="lines">
      <Table
        caption={causeTitle(view.cause, said, language)}
        rows={view.lines}
        columns={columns}
        rowHead={columns.findIndex(({ head }) => head === said.who)}
        dense
        empty={<EmptyState title={said.noneHere} />}
      />
    </div>
  )
}

type Said = ReturnType<typeof useVisit>['words']['desk']

function tickColumn(said: Said, ticked: LinesProps['ticked']): Column<LineShown> {
  const isTicked = (id: string) =>
    typeof ticked === 'string' ? ticked === id : (ticked?.includes(id) ?? false)
  return {
    head: said.tick,
    hideHead: true,
    cell: ({ id, line, value }) => (
      <input
        type="checkbox"
        class="tick"
        form={confirming}
        name="constat"
        value={String(id)}
        checked={isTicked(String(id))}
        aria-label={line > 0 ? said.select(grouped(line)) : said.selectAbsent(value)}
      />
    ),
  }
}

function reasonColumn(said: Said, language: 'fr' | 'ar'): Column<LineShown> {
  return {
    head: said.reasonGiven,
    cell: ({ confirmed, confirmedBy }) =>
      confirmed ? (
        <>
          <bdi>{confirmed.reason}</bdi>
          <small>{said.givenBy(confirmedBy, formatDateTime(confirmed.at, language))}</small>
        </>
      ) : null,
  }
}

const onTwoLines: readonly string[] = [
  'member_duplicate',
  'member_under_two_numbers',
  'newcomer_may_be_twice',
  'identity_repeated',
]

/** The other line of somebody who is on two: either of them may be the one to take out. */
function twinOf({ code, params }: LineShown): number | null {
  const line = Number(params['firstLine'] ?? '')
  return onTwoLines.includes(code) && Number.isSafeInteger(line) && line > 0 ? line : null
}

function LineAction({ view, row }: { readonly view: CauseView; readonly row: LineShown }) {
  const { words } = useVisit()
  const said = words.desk
  const { declaration, cause, showsConfirmed } = view
  const { id } = declaration
  const query = `?constat=${causeName(cause)}`
  const twin = twinOf(row)
  return (
    <span class="row-actions">
      {twin === null ? null : (
        <ButtonLink
          kind="link"
          href={lineAddress(id, twin, view.isOfSheet)}
          opens={view.isOfSheet ? undefined : 'ligne'}
        >
          {said.select(grouped(twin))}
        </ButtonLink>
      )}
      {row.line > 0 && view.isOfSheet ? (
        <ButtonLink kind="link" href={fieldOfSheet(id, row)} hidden={row.person}>
          {words.entry.correctHere}
        </ButtonLink>
      ) : row.line > 0 ? (
        <ButtonLink
          kind="link"
          href={`${paths.declarations.line({ id, line: String(row.line) })}${query}`}
          opens="ligne"
          hidden={said.select(grouped(row.line))}
        >
          {said.correct}
        </ButtonLink>
      ) : isAboutFile(cause) ? null : (
        <ButtonLink
          kind="link"
          href={`${paths.declarations.newLine({ id })}?absent=${row.id}`}
          opens="ligne"
          hidden={row.person}
        >
          {said.addAbsent}
        </ButtonLink>
      )}
      {showsConfirmed ? (
        <Button kind="link" form={withdrawing} name="constat" value={String(row.id)}>
          {said.withdraw}
        </Button>
      ) : null}
    </span>
  )
}
