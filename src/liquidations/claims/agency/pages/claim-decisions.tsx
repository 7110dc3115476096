import { decimalString, formatDirhams } from '../../../../money/index.ts'
import { awaitsComplement } from '../../steps.ts'
import { DecisionList } from '../../pages/decision-list.tsx'
import { Actions, Button } from '../../../../web/components/button.tsx'
import { RadioGroup } from '../../../../web/components/choices.tsx'
import { DateField } from '../../../../web/components/date-field.tsx'
import { Form } from '../../../../web/components/form.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { TextArea } from '../../../../web/components/text-area.tsx'
import { TextField } from '../../../../web/components/text-field.tsx'
import { paths } from '../../../../web/paths.ts'
import { writtenDay } from '../../../../web/read-day.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'
import { ClaimComplement } from './claim-complement.tsx'
import type { SentForm } from './claim-page.tsx'

interface Props {
  readonly view: AgentClaimView
  readonly sent: SentForm | undefined
}

/** What was decided, what waits for a second agent, or the forms to ask for more and to decide. */
export function ClaimDecisions({ view, sent }: Props) {
  const own = useVisit().words.claims
  const { claim, waiting, decisions } = view
  const mayAct = claim.state === 'sent' && !view.isOwnCompany
  const mayClose = claim.state === 'incomplete' && !view.isOwnCompany
  const isOwed = claim.state === 'granted' && !view.isOwnCompany && awaitsComplement(view.steps)
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
      {(mayAct || isOwed) && waiting ? <Settle view={view} sent={sent} /> : null}
      {mayAct && !waiting ? (
        <>
          <Ask view={view} sent={sent} />
          <Decide view={view} sent={sent} />
        </>
      ) : null}
      {isOwed && !waiting ? <ClaimComplement view={view} sent={sent} /> : null}
      {mayClose ? <Close view={view} sent={sent} /> : null}
    </>
  )
}

/** The company owes something and does not answer: the claim is refused, or it would wait for ever. */
function Close({ view, sent }: Props) {
  const { agent } = useVisit().words.claims
  const isBack = sent?.form === 'decision'
  return (
    <section>
      <h2>{agent.closeTitle}</h2>
      <p>{agent.closeText}</p>
      <Form
        action={paths.agency.decideClaim({ id: view.claim.id })}
        version={view.claim.version}
        prefix="decision-"
        errors={isBack ? sent.errors : {}}
        typed={isBack ? sent.typed : {}}
      >
        <input type="hidden" name="decision" value="refused" />
        <TextArea
          name="raison"
          label={agent.why}
          hint={agent.closeHint}
          rows={3}
          maxlength={1000}
        />
        <Button kind="stop">{agent.close}</Button>
      </Form>
    </section>
  )
}

function Settle({ view }: Props) {
  const { agent } = useVisit().words.claims
  if (view.isByReader) return <Note>{agent.waitsForAnother}</Note>
  return (
    <section>
      <h2>{agent.settleTitle}</h2>
      <p>{agent.settleText}</p>
      <Form
        action={paths.agency.settleClaim({ id: view.claim.id })}
        version={view.claim.version}
        prefix="accord-"
      >
        <Actions apart>
          <Button name="accord" value="oui">
            {agent.agree}
          </Button>
          <Button name="accord" value="non" kind="stop">
            {agent.sendBack}
          </Button>
        </Actions>
      </Form>
    </section>
  )
}

function Ask({ view, sent }: Props) {
  const { agent } = useVisit().words.claims
  const isBack = sent?.form === 'complement'
  return (
    <section>
      <h2>{agent.askTitle}</h2>
      <Form
        action={paths.agency.askForMore({ id: view.claim.id })}
        version={view.claim.version}
        prefix="complement-"
        errors={isBack ? sent.errors : {}}
        typed={isBack ? sent.typed : {}}
      >
        <TextArea
          name="note"
          label={agent.askLabel}
          hint={agent.askHint}
          rows={3}
          maxlength={1000}
          optional
        />
        <Button kind="plain">{agent.ask}</Button>
      </Form>
    </section>
  )
}

function Decide({ view, sent }: Props) {
  const { words, language } = useVisit()
  const { agent } = words.claims
  const isBack = sent?.form === 'decision'
  const { computation } = view
  const yearly = computation?.yearly ?? null
  return (
    <section>
      <h2>{agent.decideTitle}</h2>
      <p class="muted">{agent.secondAbove(formatDirhams(view.secondAgentAbove, language))}</p>
      <Form
        action={paths.agency.decideClaim({ id: view.claim.id })}
        version={view.claim.version}
        prefix="decision-"
        errors={isBack ? sent.errors : {}}
        typed={isBack ? sent.typed : {}}
      >
        <RadioGroup
          name="decision"
          label={agent.decideTitle}
          inline
          options={[
            { value: 'granted', label: agent.grant },
            { value: 'refused', label: agent.refuseClaim },
          ]}
        />
        <DateField
          name="debut"
          label={words.claims.letter.from}
          value={writtenDay(computation?.from ?? null)}
        />
        <TextField
          name="annuelle"
          label={agent.yearlyField}
          value={yearly === null ? '' : decimalString(yearly).replace('.', ',')}
          inputmode="decimal"
          width="short"
          dir="ltr"
          optional
        />
        <TextField
          name="unique"
          label={agent.atOnceField}
          hint={agent.atOnceHint}
          inputmode="decimal"
          width="short"
          dir="ltr"
          optional
        />
        <TextArea
          name="raison"
          label={agent.why}
          hint={agent.whyHint}
          rows={3}
          maxlength={1000}
          optional
        />
        <Actions>
          <Button>{agent.decide}</Button>
        </Actions>
      </Form>
    </section>
  )
}
