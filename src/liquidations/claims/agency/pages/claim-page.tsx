import { CareerNotes, CareerQuarters } from '../../pages/career-step.tsx'
import { ClaimTag, nameOf } from '../../pages/claim-frame.tsx'
import { ClaimSteps } from '../../pages/claim-steps.tsx'
import { DoubtNote } from '../../pages/doubt-note.tsx'
import { WorkedWith } from '../../pages/worked.tsx'
import { AgencyPage } from '../../../../web/agency-page.tsx'
import { BackLink } from '../../../../web/components/back-link.tsx'
import { Details } from '../../../../web/components/details.tsx'
import { Listed } from '../../../../web/components/listed.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { PageHead } from '../../../../web/components/page-head.tsx'
import { Reference } from '../../../../web/components/reference.tsx'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'
import { ClaimDecisions } from './claim-decisions.tsx'
import { ClaimDocuments } from './claim-documents.tsx'
import { ClaimExamination } from './claim-examination.tsx'
import { ClaimFacts } from './claim-facts.tsx'
import type { SentForm } from './claim-form.tsx'
import { ClaimScan } from './claim-scan.tsx'
import { computationShown, Worked } from './claim-worked.tsx'

interface Props {
  readonly view: AgentClaimView
  readonly sent?: SentForm | undefined
}

/** A claim as an agent examines it: what is decided, the documents beside what was written, then the arithmetic and the decision. */
export function AgentClaimPage({ view, sent }: Props) {
  const own = useVisit().words.claims
  const { claim } = view
  return (
    <AgencyPage
      title={`${nameOf(claim)} · ${claim.reference}`}
      place="queue"
      errors={sent?.errors}
      errorsPrefix={sent && `${sent.form}-`}
    >
      <BackLink href={paths.agency.queue()}>{own.agent.back}</BackLink>
      <Head view={view} />
      {view.isOwnCompany ? <Note tone="stop">{own.agent.ownCompany}</Note> : null}
      <DoubtNote view={view} isOfCompany={false} />
      <ClaimDecisions view={view} sent={sent} />
      <div class="case">
        <div class="case-form">
          <ClaimDocuments view={view} sent={sent} />
          <ClaimFacts view={view} />
        </div>
        <div class="case-scan">
          <ClaimScan view={view} />
        </div>
      </div>
      <div class="case">
        <ClaimExamination view={view} sent={sent} />
        <Worked view={view} />
      </div>
      <WorkedWith computation={computationShown(view)} />
      <Career view={view} />
      <section>
        <h2>{own.stepsTitle}</h2>
        <ClaimSteps view={view} />
      </section>
    </AgencyPage>
  )
}

function Head({ view: { claim, employer } }: Pick<Props, 'view'>) {
  const own = useVisit().words.claims
  return (
    <>
      <PageHead
        title={<bdi>{nameOf(claim)}</bdi>}
        lead={
          <Listed
            items={[
              own.kinds[claim.kind],
              <>
                <a href={paths.agency.employer({ id: employer.id })}>
                  <bdi>{employer.name}</bdi>
                </a>{' '}
                <Reference>{employer.number}</Reference>
              </>,
            ]}
          />
        }
      />
      <p class="case-standing">
        <ClaimTag state={claim.state} />
        <Reference copy>{claim.reference}</Reference>
      </p>
    </>
  )
}

/** Folded: its counts say whether it must be read. */
function Career({ view: { career } }: { readonly view: AgentClaimView }) {
  const { agent } = useVisit().words.claims
  const { quarters, gaps, unpaid } = career
  const counts = agent.careerCounts(quarters.length, gaps.length, unpaid.length)
  return (
    <Details summary={agent.careerFolded(counts)}>
      <CareerNotes career={career} isOfCompany={false} />
      <CareerQuarters career={career} />
    </Details>
  )
}
