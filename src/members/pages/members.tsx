import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Filters } from '../../web/components/filters.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { SelectField } from '../../web/components/select-field.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { EmployerAccountPage } from '../../web/employer-account-page.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit, type Visit } from '../../web/visit.ts'
import { type MemberRow, presences } from '../member.ts'
import { addressOf, isNarrowed, type MembersQuery } from '../members-query.ts'
import type { MembersView } from '../read-members.ts'
import { MemberTag } from './member-tag.tsx'

interface Props {
  readonly view: MembersView
  readonly query: MembersQuery
}

/** «Affiliés»: the company's people, by name; salaries are on each one's own page (product C4). */
export function MembersPage({ view, query }: Props) {
  const visit = useVisit()
  const own = visit.words.members
  const { members, membersCsv } = paths.employerAccount
  return (
    <EmployerAccountPage title={own.title} place="members" wide>
      <PageHead
        title={own.title}
        lead={own.lead}
        action={
          view.count > 0 ? (
            <ButtonLink href={addressOf(membersCsv(), query)} download>
              {own.downloadList}
            </ButtonLink>
          ) : null
        }
      />
      <MemberFilters view={view} query={query} />
      <p class="muted" role="status">
        {own.count(view.count)}
      </p>
      <Table
        caption={own.title}
        rows={view.members}
        dense
        empty={
          <EmptyState title={own.none}>
            {isNarrowed(query) ? own.noneFiltered : own.noneText}
          </EmptyState>
        }
        columns={columnsOf(visit)}
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        href={(page) => addressOf(members(), query, page)}
      />
    </EmployerAccountPage>
  )
}

function MemberFilters({ view, query }: Props) {
  const own = useVisit().words.members
  const here = paths.employerAccount.members()
  return (
    <Filters action={here} clear={isNarrowed(query) ? here : undefined}>
      <TextField name="q" label={own.search} value={query.q} optional={false} maxlength={60} />
      <SelectField
        name="categorie"
        label={own.category}
        value={query.categorie}
        blank={own.everyCategory}
        options={view.categories.map(({ category, label }) => ({
          value: category,
          label: label ? `${category} ${label}` : category,
        }))}
      />
      <SelectField
        name="etat"
        label={own.state}
        value={query.etat}
        blank={own.everyState}
        options={presences.map((value) => ({ value, label: own.presences[value] }))}
      />
    </Filters>
  )
}

function columnsOf({ words: { members: own } }: Visit): Column<MemberRow>[] {
  return [
    {
      head: own.name,
      cell: ({ id, lastName, firstName }) => (
        <a href={paths.employerAccount.member({ id })}>
          <bdi>
            {lastName} {firstName}
          </bdi>
        </a>
      ),
    },
    { head: own.number, cell: ({ memberNumber }) => <Reference>{memberNumber}</Reference> },
    { head: own.category, cell: ({ category }) => <Reference>{category}</Reference> },
    { head: own.joinedOn, cell: ({ joinedOn }) => <DateText date={joinedOn} short /> },
    { head: own.state, cell: (member) => <MemberTag member={member} /> },
  ]
}
