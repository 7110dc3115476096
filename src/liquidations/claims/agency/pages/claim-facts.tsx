import { yearsBetween } from '../../../../calendar/index.ts'
import { hasCapitalChoice, isOfSurvivors } from '../../claim.ts'
import type { Payee } from '../../payee.ts'
import { BankName } from '../../pages/account-step.tsx'
import { EndAnswer } from '../../pages/check-step.tsx'
import { ClaimTag } from '../../pages/claim-frame.tsx'
import { RelationText } from '../../pages/payees-step.tsx'
import { DateText } from '../../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../../web/components/description-list.tsx'
import { Listed } from '../../../../web/components/listed.tsx'
import { Reference } from '../../../../web/components/reference.tsx'
import { paths } from '../../../../web/paths.ts'
import { inQueueView } from '../../../../web/queue-view.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'

interface Props {
  readonly view: AgentClaimView
}

/** What the company wrote, to be read beside the documents, and what the fund knows that bears on it. */
export function ClaimFacts({ view }: Props) {
  const { agent } = useVisit().words.claims
  return (
    <section>
      <h2>{agent.companySaid}</h2>
      <DescriptionList rows={[...facts(view), ...payeesOf(view), ...othersOf(view)]} />
      <AskWhole view={view} />
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
      value: <Reference>{view.numbers.identity ?? '—'}</Reference>,
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
      <Listed
        items={[
          <bdi>
            {payee.lastName} {payee.firstName}
          </bdi>,
          <RelationText payee={payee} view={view} />,
        ]}
      />
    ),
    note: <PayeeNumbers view={view} payee={payee} />,
  }))
}

/** What the documents prove of somebody who is paid. */
function PayeeNumbers({ view, payee }: Props & { readonly payee: Payee }) {
  const own = useVisit().words.claims
  const { identity = null, account = '' } = view.numbers.payees.get(payee.id) ?? {}
  return (
    <>
      <Reference>{account}</Reference> <BankName payee={payee} />
      {payee.relation === 'self' ? null : (
        <>
          <br />
          <Listed
            items={[
              <>
                {own.bornOn} <DateText date={payee.bornOn} short />
                {view.claim.endedOn && payee.bornOn <= view.claim.endedOn ? (
                  <> ({own.agent.ageAtDeath(yearsBetween(payee.bornOn, view.claim.endedOn))})</>
                ) : null}
              </>,
              payee.marriedOn ? (
                <>
                  {own.payeesStep.marriedOn} <DateText date={payee.marriedOn} short />
                </>
              ) : null,
              identity ? (
                <>
                  {own.check.identity} <Reference>{identity}</Reference>
                </>
              ) : null,
            ]}
          />
        </>
      )}
    </>
  )
}

/** The whole numbers are asked for by whoever compares them with a document; that they were is in the company's trail. */
function AskWhole({ view: { claim, inHand, mayDecide, numbers } }: Props) {
  const { words, queueView } = useVisit()
  const { agent } = words.claims
  if (!mayDecide) return null
  const page = `${paths.agency.claim({ id: claim.id })}?piece=${inHand?.code ?? ''}`
  return (
    <p>
      <a href={inQueueView(queueView, numbers.areWhole ? page : `${page}&numeros=entiers`)}>
        {numbers.areWhole ? agent.maskNumbers : agent.showNumbers}
      </a>{' '}
      <span class="muted">{agent.numbersKept}</span>
    </p>
  )
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
