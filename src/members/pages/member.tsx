import { BackLink } from '../../web/components/back-link.tsx'
import { Button } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Figure } from '../../web/components/figure.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { EmployerAccountPage } from '../../web/employer-account-page.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { MemberDetails } from '../member.ts'
import { formatPoints, totalPoints } from '../points.ts'
import type { MemberView } from '../read-member.ts'
import { CareerTable, YearsTable } from './career-tables.tsx'
import { MemberTag } from './member-tag.tsx'

interface Props {
  readonly view: MemberView
  /** The form pressed twice is one statement. */
  readonly formKey: string
}

/** One person: who, the points of each year, and why a quarter has none yet (product C4). */
export function MemberPage({ view, formKey }: Props) {
  const own = useVisit().words.members
  const { member, years } = view
  const title = `${member.lastName} ${member.firstName}`
  const { memberStatement, memberCsv, members } = paths.employerAccount
  return (
    <EmployerAccountPage title={title} place="members" wide>
      <BackLink href={members()}>{own.title}</BackLink>
      <PageHead
        title={<bdi>{title}</bdi>}
        lead={`${own.memberLead} ${own.downloadNote}`}
        action={
          <Form action={memberStatement({ id: member.id })} idempotencyKey={formKey}>
            <Button>{own.download}</Button>
          </Form>
        }
      />
      <Decision member={member} />
      <Identity member={member} />
      {years.length > 0 ? <Points view={view} /> : null}
      <h2>{own.careerTitle}</h2>
      <CareerTable years={years} />
      {years.length > 0 ? (
        <p>
          <a href={memberCsv({ id: member.id })} download>
            {own.downloadCsv}
          </a>{' '}
          <small>{own.downloadCsvNote}</small>
        </p>
      ) : null}
    </EmployerAccountPage>
  )
}

/** What the agency has still to say of this person, or has said. */
function Decision({ member }: { readonly member: MemberDetails }) {
  const own = useVisit().words.members
  if (member.state === 'provisional') return <Note title={own.waiting}>{own.waitingText}</Note>
  if (member.state === 'refused')
    return (
      <Note tone="warning" title={own.refused}>
        <p>
          <bdi>{member.decisionNote}</bdi>
        </p>
        <p>{own.refusedText}</p>
      </Note>
    )
  const { provisionalNumber: former } = member
  return former && former !== member.memberNumber ? (
    <Note tone="done" title={own.confirmed}>
      {own.confirmedText(former)}
    </Note>
  ) : null
}

function Identity({ member }: { readonly member: MemberDetails }) {
  const own = useVisit().words.members
  return (
    <DescriptionList
      rows={[
        { term: own.number, value: <Reference>{member.memberNumber}</Reference> },
        ...(member.staffNumber
          ? [{ term: own.staffNumber, value: <Reference>{member.staffNumber}</Reference> }]
          : []),
        { term: own.bornOn, value: <DateText date={member.bornOn} /> },
        { term: own.joinedOn, value: <DateText date={member.joinedOn} /> },
        { term: own.state, value: <MemberTag member={member} /> },
      ]}
    />
  )
}

function Points({ view: { years } }: { readonly view: MemberView }) {
  const own = useVisit().words.members
  const { earned, expected } = totalPoints(years)
  return (
    <>
      <h2>{own.pointsTitle}</h2>
      <div class="figures">
        <Figure label={own.earned} value={<bdi dir="ltr">{formatPoints(earned)}</bdi>} />
        {expected > earned ? (
          <Figure
            label={own.expected}
            value={<bdi dir="ltr">{formatPoints(expected)}</bdi>}
            note={own.expectedNote}
          />
        ) : null}
      </div>
      <p>{own.pointsNote}</p>
      <YearsTable years={years} />
      {years.some(({ isIllustrative }) => isIllustrative) ? (
        <p class="muted">{own.illustrative}</p>
      ) : null}
    </>
  )
}
