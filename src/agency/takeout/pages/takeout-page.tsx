import { PasskeyActions } from '../../../access/passkeys/passkey-actions.tsx'
import { formatDateTime } from '../../../calendar/index.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { TakeoutView } from '../read-takeout.ts'

interface Props {
  readonly view: TakeoutView
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** One request: decided by another supervisor, then collected by one of the two. */
export function TakeoutPage({ view, errors, typed }: Props) {
  const { takeout: words } = useVisit().words
  const { employer, takeout } = view
  return (
    <AgencyPage title={words.title} place="search" errors={errors}>
      <BackLink href={paths.agency.takeouts({ id: employer.id })}>{words.all}</BackLink>
      <PageHead title={words.title} lead={words.lead(employer.name, employer.number)} />
      <Facts view={view} />
      {takeout.state === 'waiting' ? <Waiting view={view} errors={errors} typed={typed} /> : null}
      {takeout.state === 'agreed' ? <Collect view={view} errors={errors} /> : null}
    </AgencyPage>
  )
}

function Facts({ view: { takeout } }: Props) {
  const { language, words } = useVisit()
  const own = words.takeout
  const { decidedAt, decidedByName, declinedBecause, collectedAt } = takeout
  return (
    <DescriptionList
      rows={[
        { term: own.reason, value: <bdi>{takeout.reason}</bdi> },
        {
          term: own.by,
          value: <bdi>{takeout.askedByName}</bdi>,
          note: formatDateTime(takeout.askedAt, language),
        },
        ...(decidedAt
          ? [
              {
                term: own.decision[takeout.state],
                value: <bdi>{decidedByName}</bdi>,
                note: formatDateTime(decidedAt, language),
              },
            ]
          : []),
        ...(declinedBecause
          ? [{ term: own.declinedBecause, value: <bdi>{declinedBecause}</bdi> }]
          : []),
        ...(collectedAt
          ? [{ term: own.collected, value: formatDateTime(collectedAt, language) }]
          : []),
      ]}
    />
  )
}

function Waiting({ view, errors, typed }: Props) {
  const { takeout: words } = useVisit().words
  const action = paths.agency.decideTakeout({ id: view.takeout.id })
  if (view.isAsker) {
    return (
      <>
        <Note>{words.waitsForAnother}</Note>
        <Form action={action}>
          <Button kind="plain" name="decision" value="refuser">
            {words.withdraw}
          </Button>
        </Form>
      </>
    )
  }
  return (
    <>
      <Note tone="warning">{view.isOwnEmployer ? words.ownEmployer : words.means}</Note>
      {view.statement ? (
        <Form action={action} errors={errors}>
          <input type="hidden" name="decision" value="accepter" />
          <input type="hidden" name="empreinte" value={view.statement.digest} />
          <PasswordField
            name="password"
            label={words.password}
            hint={view.statement.passkey ? words.orPasskey : undefined}
            autocomplete="current-password"
          />
          <PasskeyActions request={view.statement.passkey} label={words.agreeWithPasskey} signsPage>
            <Button>{words.agree}</Button>
          </PasskeyActions>
        </Form>
      ) : null}
      <Form action={action} errors={errors} typed={typed}>
        <input type="hidden" name="decision" value="refuser" />
        <TextField
          name="motif"
          label={words.declinedBecause}
          hint={words.declinedBecauseHint}
          maxlength={500}
        />
        <Actions>
          <Button kind="plain">{words.decline}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** A form, since collecting is an act of its own: no link that is followed ahead hands anything over. */
function Collect({ view, errors }: Props) {
  const { language, words } = useVisit()
  const own = words.takeout
  const { takeout } = view
  if (!view.isOpen || !takeout.expiresAt) return <Note>{own.closed}</Note>
  return (
    <>
      <Note>{own.until(formatDateTime(takeout.expiresAt, language))}</Note>
      {view.mayCollect ? (
        <Form action={paths.agency.takeoutFile({ id: takeout.id })} errors={errors}>
          <Actions>
            <Button>{own.collect}</Button>
          </Actions>
          <p class="hint">{own.collectHint}</p>
        </Form>
      ) : (
        <p>{own.forTheTwo}</p>
      )}
    </>
  )
}
