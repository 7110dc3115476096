import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { NewcomerView } from '../read-newcomers.ts'
import type { SentBack } from '../newcomer-forms.ts'
import { Candidates } from './candidates.tsx'
import { Comparison } from './comparison.tsx'
import { ConfirmNew, RefusePerson } from './decisions.tsx'

export interface NewcomerProps {
  readonly view: NewcomerView
  readonly form?: SentBack | undefined
}

/** One newcomer: as declared, whom they resemble, and the three decisions. */
export function NewcomerPage({ view, form }: NewcomerProps) {
  const { newcomers: own } = useVisit().words
  const { newcomer } = view
  const title = `${newcomer.lastName} ${newcomer.firstName}`
  const mayDecide = newcomer.state === 'provisional' && !view.isOwnEmployer
  return (
    <AgencyPage
      title={title}
      place="newcomers"
      errors={form?.errors}
      errorsPrefix={form ? `${form.form}-` : undefined}
    >
      <BackLink href={paths.agency.newcomers()}>{own.title}</BackLink>
      <PageHead
        title={<bdi>{title}</bdi>}
        lead={
          <>
            {own.declaredBy}{' '}
            <a href={paths.agency.employer({ id: newcomer.employerId })}>
              <bdi>{newcomer.employerName}</bdi>
            </a>
            , <DateText date={newcomer.declaredAt} />
          </>
        }
      />
      <Standing view={view} />
      <Comparison view={view} form={form} mayDecide={mayDecide} />
      <Candidates view={view} />
      {mayDecide ? <ConfirmNew view={view} form={form} /> : null}
      {mayDecide ? <RefusePerson view={view} form={form} /> : null}
    </AgencyPage>
  )
}

/** Decided already, or not for this agent. */
function Standing({ view: { newcomer, isOwnEmployer } }: NewcomerProps) {
  const { newcomers: own, refusals } = useVisit().words
  if (newcomer.state === 'refused')
    return (
      <Note tone="stop" title={own.wasRefused}>
        <bdi>{newcomer.decisionNote}</bdi>
      </Note>
    )
  if (newcomer.state !== 'provisional')
    return (
      <Note tone="done" title={own.wasDecided}>
        {own.wasDecidedText}
      </Note>
    )
  return isOwnEmployer ? <Note tone="warning">{refusals['agency.own_employer']}</Note> : null
}
