import { decimalString, type Dirhams, formatDirhams } from '../../../../money/index.ts'
import { Actions, Button } from '../../../../web/components/button.tsx'
import { RadioGroup } from '../../../../web/components/choices.tsx'
import { DateField } from '../../../../web/components/date-field.tsx'
import { FieldGroup } from '../../../../web/components/field-group.tsx'
import { Details } from '../../../../web/components/details.tsx'
import { TextArea } from '../../../../web/components/text-area.tsx'
import { TextField } from '../../../../web/components/text-field.tsx'
import { paths } from '../../../../web/paths.ts'
import { writtenDay } from '../../../../web/read-day.ts'
import { useVisit } from '../../../../web/visit.ts'
import { isPaidOnce, startTerm } from '../../start-term.ts'
import { pensionByRules } from '../../computation.ts'
import { nameOf } from '../../pages/claim-frame.tsx'
import { partOf, sharesByRules } from '../../shares.ts'
import type { ClaimDecision } from '../../store/decisions.ts'
import { type AgentClaimProps, ClaimForm, PointsSeen, Reason, SentBackNote } from './claim-form.tsx'

/** A claim under examination is decided, or goes back to its company. */
export function ClaimExamination({ view, sent }: AgentClaimProps) {
  if (view.claim.state !== 'sent' || view.isOwnCompany || view.waiting) return null
  return (
    <section id="decision">
      <Decide view={view} sent={sent} />
      <Ask view={view} sent={sent} />
    </section>
  )
}

function Decide({ view, sent }: AgentClaimProps) {
  const { words, language } = useVisit()
  const { agent, letter } = words.claims
  const action = paths.agency.decideClaim({ id: view.claim.id })
  const { sentBack } = view
  const before = sentBack?.verdict === 'granted' ? sentBack : null
  return (
    <>
      <h2>{agent.decideTitle}</h2>
      <p class="muted">{agent.secondAbove(formatDirhams(view.secondAgentAbove, language))}</p>
      <SentBackNote view={view} />
      <ClaimForm view={view} sent={sent} form="decision" action={action}>
        <PointsSeen view={view} />
        <RadioGroup
          name="decision"
          label={agent.decideTitle}
          inline
          value={before ? 'granted' : undefined}
          options={[
            { value: 'granted', label: agent.grant },
            { value: 'refused', label: agent.refuseClaim },
          ]}
        />
        <DateField
          name="debut"
          label={startTerm(letter, isPaidOnce(view.claim.kind))}
          value={writtenDay(before?.startsOn ?? view.computation?.from ?? null)}
        />
        <AmountField
          name="annuelle"
          label={agent.yearlyField}
          amount={before ? before.yearly : pensionByRules(view.computation)}
          optional
        />
        <AmountField
          name="unique"
          label={agent.atOnceField}
          amount={before ? before.atOnce : (view.computation?.atOnce ?? null)}
          hint={view.claim.asCapital === true ? agent.capitalHint : agent.atOnceHint}
          optional={view.claim.asCapital !== true}
        />
        <SharesFields view={view} before={before} />
        <Reason view={view} hint={agent.whyHint} optional value={before?.reason} />
        <Actions>
          <Button>{agent.decide}</Button>
        </Actions>
      </ClaimForm>
    </>
  )
}

/** Who has how much of it: as a rule gives it, or as the deed says. */
function SharesFields({
  view: { claim, payees, computation },
  before,
}: Pick<AgentClaimProps, 'view'> & { readonly before: ClaimDecision | null }) {
  const { agent } = useVisit().words.claims
  if (payees.length === 1) return null
  const byRules = computation && sharesByRules(claim.kind, payees, computation.from)
  const shares = before?.shares ?? byRules
  return (
    <FieldGroup legend={agent.sharesTitle} hint={agent.sharesHint}>
      {payees.map((payee) => (
        <TextField
          name={`${partOf}${payee.id}`}
          label={nameOf(payee)}
          value={shares?.[payee.id]?.toString() ?? ''}
          inputmode="numeric"
          width="short"
          dir="ltr"
        />
      ))}
    </FieldGroup>
  )
}

interface AmountProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly amount?: Dirhams | null
  readonly optional?: boolean
}

/** Dirhams that an agent types, as the rules give them where they do. */
export function AmountField({ amount = null, ...field }: AmountProps) {
  return (
    <TextField
      {...field}
      value={amount === null ? '' : decimalString(amount).replace('.', ',')}
      inputmode="decimal"
      width="short"
      dir="ltr"
    />
  )
}

/** Open where a document says already what is missing. */
function Ask({ view, sent }: AgentClaimProps) {
  const { agent } = useVisit().words.claims
  const action = paths.agency.askForMore({ id: view.claim.id })
  const isSaid = view.documents.some((one) => one.state === 'refused' || one.isInfected)
  return (
    <Details summary={agent.askTitle} open={sent?.form === 'complement' || isSaid}>
      <ClaimForm view={view} sent={sent} form="complement" action={action}>
        <TextArea
          name="note"
          label={agent.askLabel}
          hint={`${agent.askHint} ${agent.noteLanguage[view.readsIn]}`}
          rows={3}
          maxlength={1000}
          optional
        />
        <Button kind="plain">{agent.ask}</Button>
      </ClaimForm>
    </Details>
  )
}
