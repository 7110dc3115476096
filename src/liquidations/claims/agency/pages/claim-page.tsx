import { maskedRib } from '../../../../employers/rib.ts'
import { hasCapitalChoice, isOfSurvivors } from '../../claim.ts'
import { CareerNotes, CareerQuarters } from '../../pages/career-step.tsx'
import { BankName } from '../../pages/account-step.tsx'
import { EndAnswer } from '../../pages/check-step.tsx'
import { ClaimTag, nameOf } from '../../pages/claim-frame.tsx'
import { ClaimSteps } from '../../pages/claim-steps.tsx'
import { DoubtNote } from '../../pages/doubt-note.tsx'
import { RelationText } from '../../pages/payees-step.tsx'
import { AgencyPage } from '../../../../web/agency-page.tsx'
import { BackLink } from '../../../../web/components/back-link.tsx'
import { DateText } from '../../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../../web/components/description-list.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { PageHead } from '../../../../web/components/page-head.tsx'
import { Reference } from '../../../../web/components/reference.tsx'
import type { Fields, Mistakes } from '../../../../web/form.ts'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'
import { ClaimDecisions } from './claim-decisions.tsx'
import { ClaimDocuments } from './claim-documents.tsx'
import { Worked } from './claim-worked.tsx'

/** Which form came back, with what was wrong and what was typed. */
export interface SentForm {
  readonly form: 'complement' | 'decision' | 'arrieres' | 'accord' | `piece-${string}`
  readonly errors: Mistakes
  readonly typed: Fields
}

interface Props {
  readonly view: AgentClaimView
  readonly sent?: SentForm | undefined
}

/** A claim as an agent examines it: who, what does not fit, the documents, the arithmetic, the decision. */
export function AgentClaimPage({ view, sent }: Props) {
  const own = useVisit().words.claims
  const { claim, employer } = view
  return (
    <AgencyPage
      title={`${nameOf(claim)} · ${claim.reference}`}
      place="queue"
      errors={sent?.errors}
      errorsPrefix={sent && `${sent.form}-`}
    >
      <BackLink href={paths.agency.queue()}>{own.agent.back}</BackLink>
      <PageHead
        title={<bdi>{nameOf(claim)}</bdi>}
        lead={
          <>
            {own.kinds[claim.kind]} · <bdi>{employer.name}</bdi>
          </>
        }
      />
      {view.isOwnCompany ? <Note tone="stop">{own.agent.ownCompany}</Note> : null}
      <DescriptionList rows={facts(view)} />
      <DoubtNote view={view} />
      <section>
        <h2>{own.documentsStep.title}</h2>
        <ClaimDocuments view={view} sent={sent} />
      </section>
      <section>
        <h2>{own.careerStep.title}</h2>
        {claim.careerNote ? (
          <Note title={own.careerStep.note}>
            <bdi>{claim.careerNote}</bdi>
          </Note>
        ) : null}
        <CareerNotes career={view.career} isOfCompany={false} />
        <CareerQuarters career={view.career} />
      </section>
      <Worked view={view} />
      <ClaimDecisions view={view} sent={sent} />
      <section>
        <h2>{own.stepsTitle}</h2>
        <ClaimSteps steps={view.steps} />
      </section>
    </AgencyPage>
  )
}

function facts(view: AgentClaimView) {
  const own = useVisit().words.claims
  const { check, capitalStep } = own
  const { claim, employer } = view
  const survivors = isOfSurvivors(claim.kind)
  return [
    { term: own.reference, value: <Reference copy>{claim.reference}</Reference> },
    { term: own.state, value: <ClaimTag state={claim.state} /> },
    {
      term: own.agent.company,
      value: <a href={paths.agency.employer({ id: employer.id })}>{employer.name}</a>,
      note: <Reference>{employer.number}</Reference>,
    },
    { term: own.number, value: <Reference>{claim.memberNumber}</Reference> },
    ...view.others.map((other) => ({
      term: own.agent.otherClaim,
      value: (
        <a href={paths.agency.claim({ id: other.id })}>
          <Reference>{other.reference}</Reference>
        </a>
      ),
      note: (
        <>
          {own.kinds[other.kind]} <ClaimTag state={other.state} />
        </>
      ),
    })),
    { term: own.bornOn, value: <DateText date={claim.bornOn} /> },
    {
      term: check.identity,
      value: <Reference>{view.identityMask ?? '—'}</Reference>,
      ...(claim.identity && {
        note: claim.identity.isCompared ? own.agent.identityCompared : own.agent.identityUndeclared,
      }),
    },
    { term: survivors ? check.death : check.end, value: <EndAnswer view={view} /> },
    ...(hasCapitalChoice(claim.kind)
      ? [
          {
            term: check.capital,
            value: claim.asCapital ? capitalStep.capital : capitalStep.pension,
          },
        ]
      : []),
    ...view.payees.map((payee) => ({
      term: survivors ? check.beneficiaries : check.account,
      value: (
        <>
          <bdi>
            {payee.lastName} {payee.firstName}
          </bdi>
          {' · '}
          <RelationText payee={payee} view={view} />
        </>
      ),
      note: (
        <>
          <Reference>{maskedRib(payee.rib)}</Reference> <BankName payee={payee} />
        </>
      ),
    })),
  ]
}
