import { formatDateTime } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Cell } from '../cell.ts'
import { maskedEmail } from '../mask-email.ts'
import { goneSentence } from '../gone-sentence.ts'
import { type Administration, looksGone } from '../read-administration.ts'
import { fullName } from '../../accounts.ts'
import { standingOf, type UserDetails } from '../user.ts'
import { PageFrame } from './page-frame.tsx'
import { PersonFields } from './person-fields.tsx'
import { StandingTag } from './standing-tag.tsx'
import { Facts } from './user-facts.tsx'
import { Steps } from './user-steps.tsx'

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
  const { words, language } = useVisit()
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
      {user.pendingEmail ? (
        <Note title={own.user.pendingEmail(user.pendingEmail.email)}>
          <p>{own.user.pendingEmailText(formatDateTime(user.pendingEmail.until, language))}</p>
        </Note>
      ) : null}
      {gone ? (
        <Note
          tone="warning"
          title={goneSentence(own.gone, gone, { ...administration, language })}
        />
      ) : null}
    </>
  )
}

export interface UserProps {
  readonly cell: Cell
  readonly user: UserDetails
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
