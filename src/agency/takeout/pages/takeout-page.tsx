import { formatDateTime } from '../../../calendar/index.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { TakeoutView } from '../read-takeout.ts'

interface Props {
  readonly view: TakeoutView
  readonly errors?: Mistakes | undefined
}

/** One request: decided by another supervisor, then collected by one of the two. */
export function TakeoutPage({ view, errors }: Props) {
  const { takeout: words } = useVisit().words
  const { employer, takeout } = view
  return (
    <AgencyPage title={words.title} place="search" errors={errors}>
      <BackLink href={paths.agency.takeouts({ id: employer.id })}>{words.all}</BackLink>
      <PageHead title={words.title} lead={words.lead(employer.name, employer.number)} />
      <Facts view={view} />
      {takeout.state === 'waiting' ? <Waiting view={view} errors={errors} /> : null}
      {takeout.state === 'agreed' ? <Collect view={view} errors={errors} /> : null}
    </AgencyPage>
  )
}

function Facts({ view: { takeout } }: Props) {
  const { language, words } = useVisit()
  const own = words.takeout
  const { decidedAt, decidedByName, collectedAt } = takeout
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
        ...(collectedAt
          ? [{ term: own.collected, value: formatDateTime(collectedAt, language) }]
          : []),
      ]}
    />
  )
}

function Waiting({ view, errors }: Props) {
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
      {view.isOwnEmployer ? null : (
        <Form action={action} errors={errors}>
          <input type="hidden" name="decision" value="accepter" />
          <PasswordField name="password" label={words.password} autocomplete="current-password" />
          <Actions>
            <Button>{words.agree}</Button>
          </Actions>
        </Form>
      )}
      <Form action={action}>
        <Button kind="link" name="decision" value="refuser">
          {words.decline}
        </Button>
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
