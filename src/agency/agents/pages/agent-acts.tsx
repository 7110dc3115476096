import { Actions, Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form, HiddenFields } from '../../../web/components/form.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { canAsk, canSuspend } from '../agent.ts'
import type { AgentForm, AgentProps } from './agent-page.tsx'

/** What a supervisor may do with this account now: never their own, and nothing that already waits. */
export function AgentActs({ file, state }: AgentProps) {
  const { act } = useVisit().words.agents
  const { agent, request } = file
  if (!file.mayAct || file.isOwn || agent.state === 'proposed') return null
  const { id } = agent
  return (
    <section>
      <h2>{act.title}</h2>
      {agent.state === 'invited' ? <ResendLink file={file} /> : null}
      {!request && canAsk(agent, 'reset_second_factor') ? (
        <Act
          form="reinitialiser"
          state={state}
          action={paths.agency.agentSecondFactor({ id })}
          summary={act.reset}
          lead={act.resetLead}
          label={act.resetReason}
          hint={act.resetReasonHint}
          button={<Button kind="plain">{act.resetButton}</Button>}
        />
      ) : null}
      {!request && canAsk(agent, 'reactivate') ? (
        <Act
          form="rendre"
          state={state}
          action={paths.agency.agentState({ id })}
          summary={act.reactivate}
          lead={act.reactivateLead}
          label={act.reactivateReason}
          button={<Button kind="plain">{act.reactivateButton}</Button>}
        />
      ) : null}
      {canSuspend(agent) ? (
        <Act
          form="suspendre"
          state={state}
          action={paths.agency.agentState({ id })}
          summary={act.suspend}
          lead={act.suspendLead}
          label={act.suspendReason}
          button={<Button kind="stop">{act.suspendButton}</Button>}
        />
      ) : null}
    </section>
  )
}

interface ActProps extends Pick<AgentProps, 'state'> {
  readonly form: AgentForm
  readonly action: string
  readonly summary: string
  readonly lead: string
  readonly label: string
  readonly hint?: string
  readonly button: ReturnType<typeof Button>
}

function Act({ form, state, action, summary, lead, label, hint, button }: ActProps) {
  const back = state?.form === form ? state : undefined
  return (
    <Details summary={summary} open={back !== undefined}>
      <p class="hint">{lead}</p>
      <Form action={action} errors={back?.errors} typed={back?.typed} prefix={`${form}-`}>
        <input type="hidden" name="geste" value={form} />
        <TextField name="reason" label={label} hint={hint} maxlength={300} />
        <Actions>{button}</Actions>
      </Form>
    </Details>
  )
}

function ResendLink({ file: { agent } }: AgentProps) {
  const { act } = useVisit().words.agents
  return (
    <form method="post" action={paths.agency.agentState({ id: agent.id })} data-enhance="once">
      <HiddenFields />
      <input type="hidden" name="geste" value="lien" />
      <p class="hint">{act.linkHint(agent.email)}</p>
      <Actions>
        <Button kind="plain">{act.link}</Button>
      </Actions>
    </form>
  )
}
