import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import type { Cell } from '../cell.ts'
import { isSubscribedTo, looksGone, usersOfCell } from '../read-administration.ts'
import { fullName, isServing, standingOf, type User } from '../user.ts'
import { LastSignIn } from '../last-sign-in.tsx'
import { StandingTag } from './standing-tag.tsx'
import { WhatTheyDo } from './what-they-do.tsx'
import type { UserListProps } from './user-list.tsx'

/** The users of one service, each with the one thing to do about them. */
export function Users({ cell, administration, assign }: UserListProps) {
  const { words } = useVisit()
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
  return (
    <Table
      caption={own.title}
      columns={columns(words, { cell, administration, assign })}
      rows={users}
    />
  )
}

function columns(words: Words, { cell, administration, assign }: UserListProps): Column<User>[] {
  const own = words.administration.columns
  const declares = cell === 'interne' || cell === 'externe'
  return [
    { head: own.person, cell: (user) => <Person cell={cell} user={user} /> },
    { head: own.login, cell: (user) => <Login user={user} /> },
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

/** A login may break after a dot, so that a long one leaves room for the rest of its row. */
function Login({ user }: { readonly user: User }) {
  const { words } = useVisit()
  if (user.login === null)
    return <span class="muted">{words.administration.loginAfterAcceptance}</span>
  return (
    <bdi dir="ltr" class="reference login">
      {user.login.split('.').map((part, index) => (
        <>
          {index === 0 ? '' : '.'}
          <wbr />
          {part}
        </>
      ))}
    </bdi>
  )
}

interface RowProps extends UserListProps {
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
  if (standing === 'suspended') return step(own.reactivate, 'reactivate')
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
