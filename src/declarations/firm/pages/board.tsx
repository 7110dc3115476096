import { formatDate, formatQuarterInWords } from '../../../calendar/index.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { boardAt } from '../board-address.ts'
import {
  type BoardLook,
  boardOrders,
  type BoardRow,
  countStates,
  shownBoard,
  taskStates,
} from '../board.ts'
import type { Board } from '../read-board.ts'
import { Offer } from './offer.tsx'
import { GoTo, Tasks } from './tasks.tsx'

interface Props {
  readonly board: Board
  readonly look: BoardLook
}

/** All the companies of a firm's person: what each owes, most pressing first (product D9). */
export function BoardPage({ board, look }: Props) {
  const { words } = useVisit()
  const said = words.declarations
  const { offers, rows } = board
  const shown = shownBoard(rows, look)
  return (
    <Layout
      title={said.boardTitle}
      band={useDeclarationBand()}
      current={paths.declarations.board()}
      wide
    >
      <PageHead
        title={said.boardTitle}
        lead={rows.length > 0 ? words.firm.board.lead(rows.length) : said.boardLead}
        action={
          rows.length > 0 ? (
            <ButtonLink href={paths.firm.file()}>{words.firm.file.link}</ButtonLink>
          ) : undefined
        }
      />
      {offers.map((entry) => (
        <Offer entry={entry} />
      ))}
      <Ready rows={rows} />
      {rows.length > 0 ? <BoardFilters board={board} look={look} /> : null}
      <Companies rows={shown.rows} isEmpty={rows.length === 0} />
      <Pagination
        page={shown.page}
        pages={shown.pages}
        href={(page) => boardAt({ ...look, page })}
      />
      {rows.length > 0 ? (
        <p>
          <a href={paths.firm.receipts()}>{words.firm.board.receipts}</a>
        </p>
      ) : null}
    </Layout>
  )
}

/** What could be sent now, of all companies together. */
function Ready({ rows }: { readonly rows: readonly BoardRow[] }) {
  const said = useVisit().words.firm.board
  const ready = rows
    .map((row) => row.tasks.filter((task) => task.state === 'ready').length)
    .filter((count) => count > 0)
  if (ready.length === 0) return null
  const count = ready.reduce((total, one) => total + one, 0)
  return (
    <Note
      tone="done"
      title={said.ready(count, ready.length)}
      action={
        <ButtonLink kind="primary" href={paths.firm.send()}>
          {said.seeReady}
        </ButtonLink>
      }
    />
  )
}

function BoardFilters({ board, look }: Props) {
  const said = useVisit().words.firm.board
  const counts = countStates(board.rows)
  const isFiltered = look.state !== null || look.search !== ''
  return (
    <Filters
      action={paths.declarations.board()}
      clear={isFiltered ? paths.declarations.board() : undefined}
    >
      <TextField name="nom" label={said.search} value={look.search} maxlength={60} />
      <SelectField
        name="etat"
        label={said.state}
        value={look.state ?? ''}
        blank={said.anyState}
        options={[...taskStates, 'sent' as const].map((state) => ({
          value: state,
          label: `${said.states[state]} (${counts[state]})`,
        }))}
      />
      <SelectField
        name="tri"
        label={said.order}
        value={look.order}
        blank={false}
        options={boardOrders.map((order) => ({ value: order, label: said.orders[order] }))}
      />
    </Filters>
  )
}

interface CompaniesProps {
  readonly rows: readonly BoardRow[]
  readonly isEmpty: boolean
}

function Companies({ rows, isEmpty }: CompaniesProps) {
  const { words } = useVisit()
  const said = words.firm.board
  const empty = isEmpty ? (
    <EmptyState title={words.declarations.boardNone}>{words.declarations.boardNoneText}</EmptyState>
  ) : (
    <EmptyState title={said.none}>{said.noneText}</EmptyState>
  )
  return (
    <Table
      caption={words.declarations.boardTitle}
      rows={rows}
      empty={empty}
      columns={[
        { head: said.company, cell: (row) => <CompanyCell row={row} /> },
        { head: said.tasks, plain: true, cell: (row) => <Tasks row={row} /> },
        { head: said.lastSent, numeric: true, cell: (row) => <LastSent row={row} /> },
        { head: said.open, hideHead: true, cell: (row) => <InHand row={row} /> },
      ]}
    />
  )
}

function CompanyCell({ row: { company, mode, untilOn } }: { readonly row: BoardRow }) {
  const { words, language } = useVisit()
  return (
    <>
      <bdi>{company.name}</bdi>
      <small>
        <Reference>{company.number}</Reference> · {words.declarations.modes[mode]}
      </small>
      {untilOn ? <small>{words.firm.board.until(formatDate(untilOn, language))}</small> : null}
    </>
  )
}

function LastSent({ row: { lastSent } }: { readonly row: BoardRow }) {
  const { language } = useVisit()
  if (!lastSent) return '—'
  return (
    <>
      <Money amount={lastSent.total} />
      <small>{formatQuarterInWords(lastSent.quarter, language)}</small>
    </>
  )
}

function InHand({ row: { company } }: { readonly row: BoardRow }) {
  const { words, visitor } = useVisit()
  if (visitor?.employer?.id === company.id)
    return (
      <ButtonLink href={paths.declarations.calendar()} kind="plain">
        {words.declarations.boardInHand}
        <span class="visually-hidden"> {company.name}</span>
      </ButtonLink>
    )
  return (
    <GoTo company={company} kind="plain">
      {words.firm.board.open}
      <span class="visually-hidden"> {company.name}</span>
    </GoTo>
  )
}
