import { hourMs } from '../../../calendar/index.ts'
import type { Newcomer } from '../../../members/newcomer.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { CompanyName } from '../../../web/components/company-name.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit, type Visit } from '../../../web/visit.ts'
import type { NewcomersView } from '../read-newcomers.ts'

interface Props {
  readonly view: NewcomersView
  /** What the list is narrowed to. */
  readonly words: string
}

/** Who was declared without a number, the longest waiting first. */
export function NewcomersPage({ view, words }: Props) {
  const visit = useVisit()
  const own = visit.words.newcomers
  const here = paths.agency.newcomers()
  return (
    <AgencyPage title={own.title} place="newcomers">
      <PageHead title={own.title} lead={own.lead(view.count, words !== '')} />
      <Filters action={here} clear={words === '' ? undefined : here}>
        <TextField name="q" label={own.search} value={words} optional={false} maxlength={100} />
      </Filters>
      <Table
        caption={own.title}
        dense
        rows={view.newcomers}
        empty={
          <EmptyState title={own.none}>{words === '' ? own.noneText : own.noneFiltered}</EmptyState>
        }
        columns={columnsOf(visit)}
      />
      <Pagination page={view.page} pages={view.pages} href={(page) => addressOf(words, page)} />
    </AgencyPage>
  )
}

function addressOf(words: string, page: number): string {
  const query = new URLSearchParams(words === '' ? {} : { q: words })
  query.set('page', String(page))
  return `${paths.agency.newcomers()}?${query.toString()}`
}

function columnsOf({ words: { newcomers: own, agency }, now }: Visit): Column<Newcomer>[] {
  return [
    {
      head: own.person,
      cell: ({ id, lastName, firstName }) => (
        <a href={paths.agency.newcomer({ id })}>
          <bdi>
            {lastName} {firstName}
          </bdi>
        </a>
      ),
    },
    { head: own.provisional, cell: (one) => <Reference>{one.memberNumber}</Reference> },
    { head: own.bornOn, cell: ({ bornOn }) => <DateText date={bornOn} short /> },
    {
      head: own.company,
      cell: ({ employerName, employerNumber }) => (
        <CompanyName name={employerName} number={employerNumber} />
      ),
    },
    {
      head: own.since,
      cell: ({ declaredAt }) =>
        agency.queue.age(Math.floor((now.getTime() - declaredAt.getTime()) / hourMs)),
    },
  ]
}
