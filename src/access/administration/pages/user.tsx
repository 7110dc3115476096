import { formatDate, localDateAt } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form, HiddenFields } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Cell } from '../cell.ts'
import { maskedEmail } from '../mask-email.ts'
import { type Administration, looksGone } from '../read-administration.ts'
import { fullName, standingOf, type UserDetails } from '../user.ts'
import { LastSignIn } from '../last-sign-in.tsx'
import { PageFrame } from './page-frame.tsx'
import { PersonFields } from './person-fields.tsx'
import { StandingTag } from './standing-tag.tsx'
import { WhatTheyDo } from './what-they-do.tsx'

export interface UserPageProps {
  readonly cell: Cell
  readonly user: UserDetails
  readonly administration: Administration
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** One user: where they stand, what solves it, their details to change (product A4, A8, A9). */
export function UserPage({ cell, user, administration, errors, typed }: UserPageProps) {
  const { words } = useVisit()
  const own = words.administration
  const name = fullName(user)
  const list = paths.administration.users({ cell })
  return (
    <PageFrame title={name} administration={administration} current={list} errors={errors}>
      <BackLink href={list}>{own.lists[cell].title}</BackLink>
      <PageHead
        title={<bdi>{name}</bdi>}
        lead={
          <StandingTag
            standing={standingOf(user, administration.now)}
            gone={looksGone(administration, user)}
          />
        }
      />
      <UserNotes user={user} administration={administration} />
      <Facts cell={cell} user={user} />
      <Steps cell={cell} user={user} administration={administration} />
      {user.service === 'declaration_external' ? null : (
        <DetailsForm cell={cell} user={user} errors={errors} typed={typed} />
      )}
    </PageFrame>
  )
}

interface NotesProps {
  readonly user: UserDetails
  readonly administration: Administration
}

function UserNotes({ user, administration }: NotesProps) {
  const { words } = useVisit()
  const own = words.administration
  const gone = looksGone(administration, user)
  const standing = standingOf(user, administration.now)
  return (
    <>
      {standing === 'offered' ? <Note title={own.user.offeredNote} /> : null}
      {standing === 'declined' ? <Note tone="warning" title={own.user.declinedNote} /> : null}
      {user.addressDiffers ? (
        <Note tone="stop" title={own.user.addressDiffers}>
          <p>{own.user.addressDiffersText(maskedEmail(user.email))}</p>
        </Note>
      ) : null}
      {user.pendingEmail ? <Note title={own.user.pendingEmail(user.pendingEmail)} /> : null}
      {gone ? (
        <Note tone="warning" title={goneSentence(own.gone, gone, administration.dormantMonths)} />
      ) : null}
    </>
  )
}

interface GoneWords {
  readonly bounced: string
  readonly never_signed_in: string
  dormant(months: number): string
}

export function goneSentence(
  words: GoneWords,
  sign: 'bounced' | 'never_signed_in' | 'dormant',
  months: number,
): string {
  return sign === 'dormant' ? words.dormant(months) : words[sign]
}

interface UserProps {
  readonly cell: Cell
  readonly user: UserDetails
}

function Facts({ cell, user }: UserProps) {
  const { words } = useVisit()
  const own = words.administration
  const isFirm = cell === 'externe'
  const login =
    user.login === null ? (
      <span class="muted">{own.loginAfterAcceptance}</span>
    ) : (
      <Reference copy>{user.login}</Reference>
    )
  return (
    <DescriptionList
      rows={[
        {
          term: own.user.login,
          value: login,
          ...(isFirm ? {} : { note: own.user.loginNote }),
        },
        ...(user.firm ? [{ term: own.user.firm, value: <bdi>{user.firm}</bdi> }] : []),
        { term: own.services[user.service], value: <WhatTheyDo user={user} /> },
        { term: own.user.lastSignIn, value: <LastSignIn at={user.lastSignedInAt} /> },
        {
          term: isFirm ? own.user.offeredOn : own.user.created,
          value: <DateText date={localDateAt(user.createdAt)} />,
        },
        ...(user.stateReason ? [{ term: own.user.state, value: <EndReason user={user} /> }] : []),
        ...(user.identityMask && user.identityKind
          ? [
              {
                term: own.form.identityKinds[user.identityKind],
                value: <Reference>{user.identityMask}</Reference>,
                note: own.user.identityNote,
              },
            ]
          : []),
      ]}
    />
  )
}

function EndReason({ user }: { readonly user: UserDetails }) {
  const { words, language } = useVisit()
  const own = words.administration.user
  return (
    <>
      {own.suspendedOn(formatDate(localDateAt(user.stateChangedAt), language))}
      <small>{own.reason(user.stateReason)}</small>
    </>
  )
}

interface StepsProps extends UserProps {
  readonly administration: Administration
}

/** What may be done with this user, each on its own small page. */
function Steps({ cell, user, administration }: StepsProps) {
  const { words } = useVisit()
  const own = words.administration.user
  const at = { cell, id: user.id }
  const isFirm = cell === 'externe'
  const standing = standingOf(user, administration.now)
  const isInForce = !['offered', 'declined', 'suspended', 'removed'].includes(standing)
  const state = (step: string) => `${paths.administration.userState(at)}?etape=${step}`
  return (
    <Actions>
      {user.mandate && standing !== 'declined' ? (
        <ButtonLink href={paths.administration.userScope(at)}>{own.scopeChange}</ButtonLink>
      ) : null}
      {cell === 'profils' ? (
        <ButtonLink href={paths.administration.userPowers(at)}>{own.powersChange}</ButtonLink>
      ) : null}
      {isInForce && user.state === 'invited' && !isFirm ? (
        <Resend at={at} label={own.resend} />
      ) : null}
      {standing === 'offered' ? <Resend at={at} label={own.remind} /> : null}
      {isInForce ? (
        <ButtonLink href={paths.administration.userPassword(at)}>{own.passwordChange}</ButtonLink>
      ) : null}
      {standing === 'suspended' ? (
        <ButtonLink href={state('reactivate')}>{own.reactivate}</ButtonLink>
      ) : null}
      {isInForce ? <ButtonLink href={state('suspend')}>{own.suspend}</ButtonLink> : null}
      <ButtonLink href={state('remove')} kind="stop">
        {isFirm ? own.withdraw : own.remove}
      </ButtonLink>
    </Actions>
  )
}

interface ResendProps {
  readonly at: { readonly cell: Cell; readonly id: string }
  readonly label: string
}

function Resend({ at, label }: ResendProps) {
  return (
    <form method="post" action={paths.administration.userInvitation(at)} data-enhance="once">
      <HiddenFields />
      <Button kind="plain">{label}</Button>
    </form>
  )
}

function DetailsForm({ cell, user, errors, typed }: Omit<UserPageProps, 'administration'>) {
  const { words } = useVisit()
  const own = words.administration
  if (user.state === 'removed') return null
  return (
    <Form
      action={paths.administration.user({ cell, id: user.id })}
      errors={errors}
      typed={typed}
      version={user.version}
    >
      <PersonFields
        user={user}
        legend={own.user.details}
        emailNote={user.state === 'invited' ? own.user.emailNoteInvited : own.user.emailNoteActive}
      />
      <Actions>
        <Button>{own.form.validate}</Button>
        <ButtonLink href={paths.administration.users({ cell })}>{own.form.back}</ButtonLink>
      </Actions>
    </Form>
  )
}
