import { Actions, Button } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { Details } from '../../web/components/details.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { TextArea } from '../../web/components/text-area.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { ProposalProps } from './proposal-page.tsx'

/** Approve and refuse for the second person, withdraw for the first; for others, who is waited for. */
export function ProposalDecisions({ view, state }: ProposalProps) {
  const { proposal: words } = useVisit().words.parameters
  if (view.proposal.state !== 'waiting') return null
  if (view.isOwn) return <Withdraw view={view} state={state} />
  if (!view.mayDecide) return <Note>{words.needsSupervisor}</Note>
  return (
    <section>
      <h2>{words.decide}</h2>
      <Approve view={view} state={state} />
      <Refuse view={view} state={state} />
    </section>
  )
}

/** The mistakes and words of the form that came back, if it is this one. */
function useForm(name: string, { view, state }: ProposalProps) {
  const own = state?.form === name ? state : undefined
  return {
    action: paths.agency.proposal({ id: view.proposal.id }),
    errors: own?.errors,
    typed: own?.typed,
    prefix: `${name}-`,
    version: view.proposal.version,
  }
}

function Approve(props: ProposalProps) {
  const { proposal: words } = useVisit().words.parameters
  return (
    <Form {...useForm('approuver', props)}>
      <input type="hidden" name="decision" value="approuver" />
      {props.view.isPast ? <Checkbox name="passe" label={words.approvePast} /> : null}
      <Actions>
        <Button>{words.approve}</Button>
      </Actions>
    </Form>
  )
}

function Refuse(props: ProposalProps) {
  const { proposal: words } = useVisit().words.parameters
  return (
    <Details summary={words.refuse} open={props.state?.form === 'refuser'}>
      <Form {...useForm('refuser', props)}>
        <input type="hidden" name="decision" value="refuser" />
        <TextArea
          name="motif"
          label={words.refuseReason}
          hint={words.refuseHint}
          rows={3}
          maxlength={500}
        />
        <Actions>
          <Button kind="stop">{words.refuseButton}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

function Withdraw(props: ProposalProps) {
  const { proposal: words } = useVisit().words.parameters
  const { id } = props.view.proposal
  return (
    <section>
      <Note title={words.ownTitle}>{words.ownText}</Note>
      <Form {...useForm('retirer', props)} action={paths.agency.withdrawProposal({ id })}>
        <Actions>
          <Button kind="plain">{words.withdraw}</Button>
        </Actions>
      </Form>
    </section>
  )
}
