import { formatDate } from '../../../calendar/index.ts'
import { dueName } from '../../../ledger/entry-label.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { EmployerAccountPage } from '../../../web/employer-account-page.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit, type Visit } from '../../../web/visit.ts'
import { percentOf } from '../../entry/percent.ts'
import type { DeclaredMember } from '../store.ts'
import type { DeclaredLinesView, RateSource } from '../view-declared-lines.ts'

/** The members of a declaration as the account counts them: salary, both parts, rule and rate. */
export function DeclaredLinesPage({ view }: { readonly view: DeclaredLinesView }) {
  const visit = useVisit()
  const { ledger } = visit.words
  const own = ledger.lines
  const { declaration } = view
  const number = String(view.entryNumber)
  const due = dueName(declaration, { words: ledger, language: visit.language })
  const here = paths.employerAccount.entryLines({ number })
  return (
    <EmployerAccountPage title={own.title} place="statement" wide>
      <BackLink href={paths.employerAccount.entry({ number })}>
        {ledger.entry.title(number)}
      </BackLink>
      <PageHead title={own.title} lead={own.lead(due, declaration.receiptNumber ?? '')} />
      {view.members.length > 0 ? (
        <>
          <Rates view={view} />
          <p>{own.rule}</p>
        </>
      ) : null}
      <Table
        caption={own.title}
        dense
        rows={view.members}
        empty={<EmptyState title={own.noLine}>{own.noLineText}</EmptyState>}
        columns={columnsOf(visit)}
        foot={[
          own.total,
          '',
          <Money amount={declaration.salary} />,
          <Money amount={declaration.employee} />,
          <Money amount={declaration.employer} />,
        ]}
      />
      <Pagination page={view.page} pages={view.pages} href={(page) => `${here}?page=${page}`} />
    </EmployerAccountPage>
  )
}

function Rates({ view: { rates } }: { readonly view: DeclaredLinesView }) {
  const own = useVisit().words.ledger.lines
  return (
    <DescriptionList
      rows={rates.map(({ employeeRate, employerRate, lines, source }) => ({
        term: own.rateTitle,
        value: own.rate(percentOf(employeeRate), percentOf(employerRate), lines),
        note: <Source source={source} />,
      }))}
    />
  )
}

function Source({ source }: { readonly source: RateSource }) {
  const { words, language } = useVisit()
  const own = words.ledger.lines
  if (source.from === 'table')
    return <>{own.sourceValue(source.source, formatDate(source.since, language))}</>
  return <>{source.from === 'category' ? own.ofCategory : own.notPublished}</>
}

function columnsOf({ words: { members: own, ledger } }: Visit): Column<DeclaredMember>[] {
  return [
    { head: own.name, cell: (member) => <Person member={member} /> },
    {
      head: own.number,
      cell: ({ memberNumber }) => (memberNumber ? <Reference>{memberNumber}</Reference> : '—'),
    },
    { head: own.salary, numeric: true, cell: ({ salary }) => <Money amount={salary} bare /> },
    {
      head: ledger.due.employee,
      numeric: true,
      cell: ({ employee }) => <Money amount={employee} bare />,
    },
    {
      head: own.employerPart,
      numeric: true,
      cell: ({ employer }) => <Money amount={employer} bare />,
    },
  ]
}

function Person({ member }: { readonly member: DeclaredMember }) {
  const own = useVisit().words.ledger.lines
  const { membershipId, lastName, firstName, leftOn } = member
  const name = (
    <bdi>
      {lastName} {firstName}
    </bdi>
  )
  return (
    <>
      {membershipId ? (
        <a href={paths.employerAccount.member({ id: membershipId })}>{name}</a>
      ) : (
        name
      )}
      {leftOn ? (
        <small>
          {own.left} <DateText date={leftOn} short />
        </small>
      ) : null}
    </>
  )
}
