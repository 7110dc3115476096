import { maskedRib } from '../../../../employers/rib.ts'
import { hasCapitalChoice, isOfSurvivors } from '../../claim.ts'
import { BankName } from '../../pages/account-step.tsx'
import { EndAnswer } from '../../pages/check-step.tsx'
import { ClaimTag } from '../../pages/claim-frame.tsx'
import { RelationText } from '../../pages/payees-step.tsx'
import { DateText } from '../../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../../web/components/description-list.tsx'
import { Reference } from '../../../../web/components/reference.tsx'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'

/** What the company wrote, to be read beside the documents, and what the fund knows that bears on it. */
export function ClaimFacts({ view }: { readonly view: AgentClaimView }) {
  const { agent } = useVisit().words.claims
  return (
    <section>
      <h2>{agent.companySaid}</h2>
      <DescriptionList rows={[...facts(view), ...payeesOf(view), ...othersOf(view)]} />
    </section>
  )
}

function facts(view: AgentClaimView) {
  const own = useVisit().words.claims
  const { check, capitalStep, careerStep } = own
  const { claim } = view
  return [
    { term: own.number, value: <Reference>{claim.memberNumber}</Reference> },
    { term: own.bornOn, value: <DateText date={claim.bornOn} /> },
    {
      term: check.identity,
      value: <Reference>{view.identityMask ?? '—'}</Reference>,
      ...(claim.identity && {
        note: claim.identity.isCompared ? own.agent.identityCompared : own.agent.identityUndeclared,
      }),
    },
    {
      term: isOfSurvivors(claim.kind) ? check.death : check.end,
      value: <EndAnswer view={view} />,
    },
    ...(claim.careerNote === ''
      ? []
      : [{ term: careerStep.note, value: <bdi>{claim.careerNote}</bdi> }]),
    ...(hasCapitalChoice(claim.kind)
      ? [
          {
            term: check.capital,
            value: claim.asCapital ? capitalStep.capital : capitalStep.pension,
          },
        ]
      : []),
  ]
}

function payeesOf(view: AgentClaimView) {
  const { check } = useVisit().words.claims
  return view.payees.map((payee) => ({
    term: isOfSurvivors(view.claim.kind) ? check.beneficiaries : check.account,
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
  }))
}

function othersOf({ others }: AgentClaimView) {
  const own = useVisit().words.claims
  return others.map((other) => ({
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
  }))
}
