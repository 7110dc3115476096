import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import type { Cell } from '../cell.ts'
import { narrowUsers, pageOfUsers, stateOf } from '../narrow-users.ts'
import { isSubscribedTo, looksGone, usersOfCell } from '../read-administration.ts'
import { fullName } from '../../accounts.ts'
import { isServing, standingOf, type User } from '../user.ts'
import { LoginText } from '../login-text.tsx'
import { LastSignIn } from '../last-sign-in.tsx'
import { StandingTag } from './standing-tag.tsx'
import { WhatTheyDo } from './what-they-do.tsx'
import { NobodyFound, UserFilters, UserPages } from './user-filters.tsx'
import type { UserListProps } from './user-list.tsx'

/** The users of one service, each with the one thing to do about them; long lists by fifty, searched and narrowed. */
export function Users(props: UserListProps) {
  const { words } = useVisit()
  const { cell, administration, query } = props
  const own = words.administration.lists[cell]
  const users = usersOfCell(administration, cell)
  if (users.length === 0) {
    if (!isSubscribedTo(administration, cell)) return null
    return (
      <EmptyState title={own.emptyTitle}>
        <p>{own.empty}</p>
      </EmptyState>
    )
  }
  const stands = (user: User) =>
    stateOf(standingOf(user, administration.now), looksGone(administration, user))
  const page = pageOfUsers(narrowUsers(users, query, stands), query)
  return (
    <>
      <UserFilters {...props} count={users.length} page={page} />
      <Table
        caption={own.title}
        columns={columns(words, props)}
        rows={page.users}
        empty={<NobodyFound {...props} />}
      />
      <UserPages {...props} page={page} />
    </>
  )
}

function columns(words: Words, { cell, administration, assign }: UserListProps): Column<User>[] {
  const own = words.administration.columns
  const declares = cell === 'interne' || cell === 'externe'
  return [
    { head: own.person, cell: (user) => <Person cell={cell} user={user} /> },
    { head: own.login, cell: (user) => <LoginText user={user} /> },
    { head: declares ? own.declares : own.does, cell: (user) => <WhatTheyDo user={user} /> },
    { head: own.lastSignIn, cell: (user) => <LastSignIn at={user.lastSignedInAt} /> },
    {
      head: own.state,
      cell: (user) => (
        <StandingTag
          standing={standingOf(user, administration.now)}
          gone={looksGone(administration, user)}
        />
      ),
    },
    {
      head: own.action,
      hideHead: true,
      cell: (user) => (
        <RowAction cell={cell} user={user} administration={administration} assign={assign} />
      ),
    },
  ]
}

function Person({ cell, user }: { readonly cell: Cell; readonly user: User }) {
  return (
    <>
      <a href={paths.administration.user({ cell, id: user.id })}>
        <bdi>{fullName(user)}</bdi>
      </a>
      {user.firm || user.jobTitle ? (
        <small>
          <bdi>{user.firm || user.jobTitle}</bdi>
        </small>
      ) : null}
    </>
  )
}

interface RowProps extends Omit<UserListProps, 'query'> {
  readonly user: User
}

/** The one thing to do about this user: what solves their state, or «Modifier». */
function RowAction({ cell, user, administration, assign }: RowProps) {
  const { words } = useVisit()
  const own = words.administration.actions
  const standing = standingOf(user, administration.now)
  const hidden = fullName(user)
  const at = { cell, id: user.id }
  if (assign && cell === 'interne' && isServing(user))
    return (
      <ButtonLink
        href={`${paths.administration.userScope(at)}?categorie=${assign}`}
        kind="link"
        hidden={hidden}
      >
        {words.administration.uncovered.assign}
      </ButtonLink>
    )
  if (standing === 'link_expired' && cell !== 'externe')
    return <ResendButton at={at} label={own.resend} hidden={hidden} />
  const step = (label: string, name: string) => (
    <ButtonLink
      href={`${paths.administration.userState(at)}?etape=${name}`}
      kind="link"
      hidden={hidden}
    >
      {label}
    </ButtonLink>
  )
  if (standing === 'suspended' && isSubscribedTo(administration, cell))
    return step(own.reactivate, 'reactivate')
  if (standing === 'declined') return step(own.withdraw, 'remove')
  if (standing === 'active' && looksGone(administration, user)) return step(own.suspend, 'suspend')
  return (
    <ButtonLink href={paths.administration.user(at)} kind="link" hidden={hidden}>
      {words.frame.edit}
    </ButtonLink>
  )
}

interface ResendProps {
  readonly at: { readonly cell: Cell; readonly id: string }
  readonly label: string
  readonly hidden: string
}

function ResendButton({ at, label, hidden }: ResendProps) {
  return (
    <form method="post" action={paths.administration.userInvitation(at)} data-enhance="once">
      <HiddenFields />
      <Button kind="link">
        {label}
        <span class="visually-hidden"> {hidden}</span>
      </Button>
    </form>
  )
}
