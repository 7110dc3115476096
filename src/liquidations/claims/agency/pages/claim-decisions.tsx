import { DecisionList } from '../../pages/decision-list.tsx'
import { SharesTable } from '../../pages/shares-table.tsx'
import { sharesOf } from '../../shares.ts'
import { startTerm } from '../../start-term.ts'
import { awaitsComplement } from '../../steps.ts'
import type { Dirhams } from '../../../../money/index.ts'
import { monthlyOf } from '../../../pension.ts'
import { Actions, Button } from '../../../../web/components/button.tsx'
import { DateText } from '../../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../../web/components/description-list.tsx'
import { Money } from '../../../../web/components/money.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import { ClaimComplement } from './claim-complement.tsx'
import { type AgentClaimProps, ClaimForm, Reason } from './claim-form.tsx'

/** What was decided, and what is still to be said of it: a second agent's answer, a complement, the end of a silent claim. */
export function ClaimDecisions({ view, sent }: AgentClaimProps) {
  const own = useVisit().words.claims
  const { claim, waiting, decisions, isOwnCompany } = view
  const isOwed = claim.state === 'granted' && awaitsComplement(view.steps)
  const shown = decisions.filter(({ state }) => state === 'final' || state === 'proposed')
  return (
    <>
      {shown.length > 0 ? (
        <section>
          <h2>{own.letter.decisions}</h2>
          <DecisionList
            decisions={shown}
            href={(number, language) =>
              `${paths.agency.claimNotification({ id: claim.id, number: String(number) })}?langue=${language}`
            }
          />
        </section>
      ) : null}
      {!isOwnCompany && waiting ? <Settle view={view} sent={sent} /> : null}
      {!isOwnCompany && isOwed && !waiting ? <ClaimComplement view={view} sent={sent} /> : null}
      {!isOwnCompany && claim.state === 'incomplete' ? <Close view={view} sent={sent} /> : null}
    </>
  )
}

/** The company owes something and does not answer: the claim is refused, or it would wait for ever. */
function Close({ view, sent }: AgentClaimProps) {
  const { agent } = useVisit().words.claims
  const action = paths.agency.decideClaim({ id: view.claim.id })
  return (
    <section>
      <h2>{agent.closeTitle}</h2>
      <p>{agent.closeText}</p>
      <ClaimForm view={view} sent={sent} form="decision" action={action}>
        <input type="hidden" name="decision" value="refused" />
        <Reason view={view} hint={agent.closeHint} />
        <Button kind="stop">{agent.close}</Button>
      </ClaimForm>
    </section>
  )
}

function Settle({ view, sent }: AgentClaimProps) {
  const { agent } = useVisit().words.claims
  const action = paths.agency.settleClaim({ id: view.claim.id })
  if (view.isByReader) return <Note>{agent.waitsForAnother}</Note>
  return (
    <section>
      <h2>{agent.settleTitle}</h2>
      <p>{agent.settleText}</p>
      <Proposal view={view} />
      <ClaimForm view={view} sent={sent} form="accord" action={action}>
        <Reason view={view} hint={agent.sendBackHint} optional />
        <Actions apart>
          <Button name="accord" value="oui">
            {agent.agree}
          </Button>
          <Button name="accord" value="non" kind="stop">
            {agent.sendBack}
          </Button>
        </Actions>
      </ClaimForm>
    </section>
  )
}

/** All that the other agent decided: what is confirmed is read first. */
function Proposal({ view }: Pick<AgentClaimProps, 'view'>) {
  const { letter, agent } = useVisit().words.claims
  const { waiting, proposer, claim, payees } = view
  if (!waiting) return null
  const shares = payees.length > 1 ? sharesOf(claim.kind, payees, waiting) : null
  const { verdict, startsOn, yearly, atOnce, reason } = waiting
  const money = (term: string, amount: Dirhams | null) =>
    amount === null ? [] : [{ term, value: <Money amount={amount} /> }]
  return (
    <>
      <DescriptionList
        rows={[
          { term: letter.decision, value: letter.verdicts[verdict] },
          { term: agent.proposedBy, value: <bdi>{proposer}</bdi> },
          ...(startsOn
            ? [{ term: startTerm(letter, yearly === null), value: <DateText date={startsOn} /> }]
            : []),
          ...money(letter.yearly, yearly),
          ...money(letter.monthly, yearly === null ? null : monthlyOf(yearly)),
          ...money(verdict === 'complement' ? letter.complement : letter.atOnce, atOnce),
          ...(reason ? [{ term: agent.why, value: <bdi>{reason}</bdi> }] : []),
        ]}
      />
      {shares ? <SharesTable shares={shares} /> : null}
    </>
  )
}
