import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { type Cell, serviceOfCell, teleserviceOf } from '../cell.ts'
import type { UncoveredCategory } from '../coverage.ts'
import {
  type Administration,
  isSubscribedTo,
  looksGone,
  usersOfCell,
} from '../read-administration.ts'
import { fullName, isServing, standingOf, type User } from '../user.ts'
import { LastSignIn } from '../last-sign-in.tsx'
import { PageFrame } from './page-frame.tsx'
import { StandingTag } from './standing-tag.tsx'
import { PaymentNotes, UncoveredNotes } from './warnings.tsx'
import { WhatTheyDo } from './what-they-do.tsx'

interface Props {
  readonly cell: Cell
  readonly administration: Administration
  /** The uncovered category to entrust to somebody of the list. */
  readonly assign?: string | undefined
}

/** A cell of the band: a list before a form, warnings as sentences, «Nouveau» (product A4). */
export function UserList({ cell, administration, assign }: Props) {
  const { words } = useVisit()
  const own = words.administration.lists[cell]
  const subscribed = isSubscribedTo(administration, cell)
  return (
    <PageFrame
      title={own.title}
      administration={administration}
      current={paths.administration.users({ cell })}
      wide
    >
      <PageHead
        title={own.title}
        lead={own.lead}
        action={subscribed ? <NewUser cell={cell} /> : null}
      />
      {subscribed ? (
        <Warnings cell={cell} administration={administration} assign={assign} />
      ) : (
        <NotSubscribed cell={cell} />
      )}
      <Users cell={cell} administration={administration} assign={assign} />
    </PageFrame>
  )
}

function NewUser({ cell }: { readonly cell: Cell }) {
  const { words } = useVisit()
  return (
    <ButtonLink href={paths.administration.newUser({ cell })} kind="primary">
      {words.frame.create}
    </ButtonLink>
  )
}

function Warnings({ cell, administration, assign }: Props) {
  const { words } = useVisit()
  const own = words.administration
  const { paymentOption } = administration.employer
  const asked = administration.uncovered.find(({ category }) => category === assign)
  if (asked && cell === 'interne') return <AssignNote category={asked} />
  if (cell === 'interne' || cell === 'externe')
    return <UncoveredNotes administration={administration} />
  if (cell !== 'profils') return null
  return (
    <>
      {paymentOption === 'case_by_case' ? null : (
        <Note title={own.payment.optionTitle} action={<RenewalLink />}>
          <p>{own.payment.option(own.paymentOptions[paymentOption])}</p>
        </Note>
      )}
      <PaymentNotes administration={administration} />
    </>
  )
}

/** Somebody of the list, or somebody new: who will declare the category that nobody declares. */
function AssignNote({ category }: { readonly category: UncoveredCategory }) {
  const { words } = useVisit()
  const own = words.administration
  const query = `?categorie=${category.category}`
  return (
    <Note
      tone="info"
      title={own.uncovered.assignTitle(own.categoryName(category.category, category.label))}
      action={
        <ButtonLink href={paths.administration.newUser({ cell: 'interne' }) + query}>
          {own.uncovered.newUser}
        </ButtonLink>
      }
    >
      <p>{own.uncovered.assignText}</p>
    </Note>
  )
}

/** A service that the company has not subscribed to cannot be granted: the letter that adds it (quality AT64). */
export function NotSubscribed({ cell }: { readonly cell: Cell }) {
  const { words } = useVisit()
  const own = words.administration
  return (
    <Note
      tone="info"
      title={own.notSubscribed.title(own.teleservices[teleserviceOf(serviceOfCell(cell))])}
      action={<RenewalLink />}
    >
      <p>{own.notSubscribed.text}</p>
    </Note>
  )
}

function RenewalLink() {
  const { words } = useVisit()
  return (
    <ButtonLink href={paths.administration.letter({ kind: 'renewal' })}>
      {words.administration.notSubscribed.action}
    </ButtonLink>
  )
}

function Users({ cell, administration, assign }: Props) {
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

function columns(words: Words, { cell, administration, assign }: Props): Column<User>[] {
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

interface RowProps extends Props {
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
