import { formatQuarterInWords, localDate } from '../../../calendar/index.ts'
import { subtract } from '../../../money/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { Change, ChangeKind, Side } from '../change.ts'
import { lineAddress } from '../../desk/line-address.ts'
import type { ChangesView } from '../view-changes.ts'

/** The members behind one number: who joined, who left, whose salary or rate is another. */
export function ChangesPage({ view }: { readonly view: ChangesView }) {
  const { words, language } = useVisit()
  const said = words.desk.changes
  const { declaration, before, kind, page, pages } = view
  const { id, state } = declaration
  const isOpen = state === 'checked'
  const title = said.kinds[kind](view.count)
  const quarter = formatQuarterInWords(declaration.quarter, language)
  const check = words.declarations.checkTitle(quarter, declaration.category)
  const lead = isOfSent(kind)
    ? said.sinceReceipt(before.receiptNumber ?? '')
    : said.sinceQuarter(formatQuarterInWords(before.quarter, language))
  return (
    <Layout
      title={`${title} · ${check}`}
      band={useDeclarationBand()}
      current={isOpen ? paths.declarations.calendar() : paths.declarations.receipts()}
      wide
    >
      <BackLink
        href={isOpen ? paths.declarations.check({ id }) : paths.declarations.receipt({ id })}
      >
        {isOpen ? check : words.declarations.receiptTitle(declaration.receiptNumber ?? '')}
      </BackLink>
      <PageHead title={title} lead={lead} />
      <Table
        caption={title}
        rows={view.changes}
        columns={[...columnsOf(kind, words), ...(isOpen ? [lineColumn(view, words)] : [])]}
        empty={<EmptyState title={said.none} />}
      />
      <Pagination
        page={page}
        pages={pages}
        href={(to) => `${paths.declarations.changes({ id, kind })}?page=${to}`}
      />
    </Layout>
  )
}

/** The way from who is told here to what is declared of them. */
function lineColumn({ declaration: { id }, isOfSheet }: ChangesView, words: Words): Column<Change> {
  const { desk } = words
  return {
    head: desk.action,
    hideHead: true,
    cell: ({ line, lastName, firstName }) =>
      line === null ? null : (
        <ButtonLink
          kind="link"
          href={lineAddress(id, line, isOfSheet)}
          hidden={`${lastName} ${firstName}`}
        >
          {desk.correct}
        </ButtonLink>
      ),
  }
}

const isOfSent = (kind: ChangeKind) => kind === 'added' || kind === 'removed' || kind === 'changed'

/** A newcomer has no number until the declaration is sent. */
function numberOf({ memberNumber }: Change, noNumber: string) {
  return /^0+$/.test(memberNumber) ? noNumber : <Reference>{memberNumber}</Reference>
}

function columnsOf(kind: ChangeKind, words: Words): Column<Change>[] {
  const said = words.desk.changes
  const salary = (head: string, side: (one: Change) => Side | null): Column<Change> => ({
    head,
    numeric: true,
    cell: (one) => <Amount side={side(one)} />,
  })
  const who: Column<Change>[] = [
    { head: words.desk.who, cell: (one) => <bdi>{`${one.lastName} ${one.firstName}`}</bdi> },
    { head: said.number, cell: (one) => numberOf(one, said.noNumber) },
  ]
  if (kind === 'joined' || kind === 'added') return [...who, salary(said.salary, (one) => one.now)]
  if (kind === 'removed' || kind === 'absent')
    return [...who, salary(said.salaryBefore, (one) => one.before)]
  if (kind === 'left') {
    const left: Column<Change> = {
      head: said.leftOn,
      cell: ({ now }) => (now?.leftOn ? <DateText date={localDate(now.leftOn)} /> : '—'),
    }
    return [...who, left, salary(said.salaryBefore, (one) => one.before)]
  }
  if (kind === 'rate') {
    return [
      ...who,
      { head: said.rateBefore, numeric: true, cell: ({ before }) => rateOf(before) },
      { head: said.rateNow, numeric: true, cell: ({ now }) => rateOf(now) },
    ]
  }
  return [
    ...who,
    salary(said.salaryBefore, (one) => one.before),
    salary(said.salaryNow, (one) => one.now),
    { head: said.difference, numeric: true, cell: (one) => <Difference change={one} /> },
  ]
}

function Amount({ side }: { readonly side: Side | null }) {
  return side ? <Money amount={side.salary} /> : <>—</>
}

function Difference({ change: { now, before } }: { readonly change: Change }) {
  if (!now || !before) return <>—</>
  const difference = subtract(now.salary, before.salary)
  return (
    <>
      <Money amount={difference} isDifference />
      {before.salary > 0n ? (
        <small>
          <bdi dir="ltr">{`${difference > 0n ? '+' : ''}${String((difference * 100n) / before.salary)} %`}</bdi>
        </small>
      ) : null}
    </>
  )
}

function rateOf(side: Side | null) {
  if (!side) return '—'
  const cents = String(side.rate % 100).padStart(2, '0')
  return <bdi dir="ltr">{`${Math.floor(side.rate / 100)},${cents} %`}</bdi>
}
