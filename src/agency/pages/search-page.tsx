import { formatDate } from '../../calendar/index.ts'
import type { Letter } from '../../letters/letter.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Found } from '../search.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { ClaimTable } from './claim-table.tsx'
import { LetterStateTag } from './letter-state-tag.tsx'

interface Props {
  readonly asked: string
  /** Nothing before the first search. */
  readonly found: Found | null
}

/** Companies and files (product G6). */
export function SearchPage({ asked, found }: Props) {
  const { search: words } = useVisit().words.agency
  const isEmpty =
    found &&
    [found.employers, found.letters, found.claims, found.members].every((some) => some.length === 0)
  return (
    <AgencyPage title={words.title} place="search">
      <PageHead title={words.title} lead={words.lead} />
      <SearchBox asked={asked} />
      {isEmpty ? <EmptyState title={words.none(asked)}>{words.noneHint}</EmptyState> : null}
      {found?.isCut ? <Note>{words.cut}</Note> : null}
      {found && found.employers.length > 0 ? <FoundEmployers employers={found.employers} /> : null}
      {found && found.members.length > 0 ? <FoundMembers members={found.members} /> : null}
      {found && found.claims.length > 0 ? <ClaimTable claims={found.claims} /> : null}
      {found && found.letters.length > 0 ? <LetterTable letters={found.letters} /> : null}
    </AgencyPage>
  )
}

function SearchBox({ asked }: Pick<Props, 'asked'>) {
  const { words } = useVisit()
  return (
    <form method="get" action={paths.agency.search()} class="filters" role="search">
      <div class="field is-search">
        <label for="recherche">{words.agency.search.field}</label>
        <input
          id="recherche"
          name="q"
          type="search"
          value={asked}
          class="input"
          dir="auto"
          maxlength={100}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      <div class="filters-actions">
        <button type="submit" class="button is-primary">
          {words.frame.search}
        </button>
      </div>
    </form>
  )
}

function FoundEmployers({ employers }: Pick<Found, 'employers'>) {
  const { words } = useVisit()
  const { search, case: caseWords } = words.agency
  return (
    <Table
      caption={search.employers}
      showCaption
      dense
      rows={employers}
      columns={[
        {
          head: search.name,
          cell: (one) => (
            <a href={paths.agency.employer({ id: one.id })}>
              <bdi>{one.name}</bdi>
            </a>
          ),
        },
        { head: search.number, cell: (one) => <Reference>{one.number}</Reference> },
        { head: search.city, cell: (one) => <bdi>{one.city}</bdi> },
        { head: search.state, cell: (one) => caseWords.companyState[one.state] },
      ]}
    />
  )
}

function FoundMembers({ members }: Pick<Found, 'members'>) {
  const { words, language } = useVisit()
  const { search } = words.agency
  return (
    <Table
      caption={search.members}
      showCaption
      dense
      rows={members}
      columns={[
        {
          head: search.member,
          cell: (one) => <bdi>{`${one.lastName} ${one.firstName}`}</bdi>,
        },
        {
          head: search.memberNumber,
          cell: (one) => (
            <>
              <Reference>{one.memberNumber}</Reference>
              {one.isProvisional ? <small>{search.provisional}</small> : null}
            </>
          ),
        },
        { head: search.bornOn, cell: (one) => formatDate(one.bornOn, language) },
        {
          head: search.name,
          cell: (one) => (
            <a href={paths.agency.employer({ id: one.employerId })}>
              <bdi>{one.employerName}</bdi>
            </a>
          ),
        },
        {
          head: search.leftOn,
          cell: (one) => (one.leftOn ? formatDate(one.leftOn, language) : null),
        },
      ]}
    />
  )
}

/** Files as a short list: in a search, and on the page of a company. */
export function LetterTable({ letters }: { readonly letters: readonly Letter[] }) {
  const { words } = useVisit()
  const { agency } = words
  return (
    <Table
      caption={agency.search.letters}
      showCaption
      dense
      rows={letters}
      columns={[
        {
          head: agency.queue.reference,
          cell: (letter) => (
            <a href={paths.agency.letter({ id: letter.id })}>
              <Reference>{letter.reference}</Reference>
            </a>
          ),
        },
        { head: agency.queue.kind, cell: (letter) => agency.queue.kinds[letter.kind] },
        { head: agency.case.applicant, cell: (letter) => <bdi>{letter.applicant.name}</bdi> },
        { head: agency.queue.state, cell: (letter) => <LetterStateTag state={letter.state} /> },
        { head: agency.employer.created, cell: (letter) => <DateText date={letter.createdAt} /> },
      ]}
    />
  )
}
