import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { grouped } from '../../../web/words/language.ts'
import { mostShown, type SignInList } from '../read-sign-ins.ts'
import type { RefusedSignIns } from '../store.ts'

interface One {
  readonly one: RefusedSignIns
}

/** Accounts whose sign-in was refused, how often and when last; each leads to where the rest is told. */
export function SignInsPage({ list }: { readonly list: SignInList }) {
  const { agents } = useVisit().words
  const words = agents.signIns
  return (
    <AgencyPage title={words.title} place="agents">
      <BackLink href={paths.agency.agents()}>{agents.title}</BackLink>
      <PageHead title={words.title} lead={words.lead} />
      <SearchBox asked={list.asked} />
      {list.isCut ? <Note>{words.more(mostShown)}</Note> : null}
      <Table
        caption={words.title}
        rows={list.found}
        empty={<EmptyState title={words.none}>{words.noneText}</EmptyState>}
        columns={[
          { head: words.account, cell: (one) => <Account one={one} /> },
          { head: words.company, cell: (one) => one.employerId && <Company one={one} /> },
          { head: words.refused, numeric: true, cell: ({ refused }) => <Count of={refused} /> },
          { head: words.codes, numeric: true, cell: ({ wrongCodes }) => <Count of={wrongCodes} /> },
          { head: words.last, cell: ({ lastAt }) => <DateText date={lastAt} /> },
          {
            head: words.standing,
            hideHead: true,
            cell: ({ isRepeated }) =>
              isRepeated ? <StatusTag tone="wait">{words.repeated}</StatusTag> : null,
          },
        ]}
      />
    </AgencyPage>
  )
}

function SearchBox({ asked }: Pick<SignInList, 'asked'>) {
  const { signIns: words } = useVisit().words.agents
  return (
    <form method="get" action={paths.agency.signIns()} class="filters" role="search">
      <div class="field is-search">
        <label for="login">{words.search}</label>
        <input
          id="login"
          name="q"
          type="search"
          value={asked}
          class="input"
          dir="ltr"
          maxlength={100}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      <div class="filters-actions">
        <Button kind="plain">{words.find}</Button>
      </div>
    </form>
  )
}

function Account({ one }: One) {
  const { agents, administration } = useVisit().words
  const words = agents.signIns
  if (one.of === 'nobody') return <>{words.nobody}</>
  if (one.of === 'site') return <>{words.everywhere}</>
  if (one.of === 'address') return <>{words.address(one.id)}</>
  const login = <Reference>{one.login ?? '…'}</Reference>
  return (
    <>
      {one.of === 'agent' ? <a href={paths.agency.agent({ id: one.id })}>{login}</a> : login}
      <small>{administration.trail.actors[one.of]}</small>
    </>
  )
}

function Company({ one: { employerId, employerName } }: One) {
  if (!employerId) return null
  return (
    <a href={paths.agency.trail({ id: employerId })}>
      <bdi>{employerName}</bdi>
    </a>
  )
}

function Count({ of }: { readonly of: number }) {
  return <bdi dir="ltr">{grouped(of)}</bdi>
}
