import { PasskeyActions } from '../../../access/passkeys/passkey-actions.tsx'
import { formatDateTime } from '../../../calendar/index.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type AgentRequest, nameOf } from '../agent.ts'
import type { AgentProps } from './agent-page.tsx'

/** What waits for a second person: to confirm or refuse for another supervisor, to withdraw for who asked. */
export function AgentRequestPart({ file, state }: AgentProps) {
  const { language, words } = useVisit()
  const { asked, request: own } = words.agents
  const { request, agent } = file
  if (!request) return null
  return (
    <>
      <Note
        tone="warning"
        title={
          file.isAsker ? own.ownTitle : asked[request.kind](request.askedByName, nameOf(agent))
        }
      >
        <p dir="auto">{own.reason(request.reason)}</p>
        <p>{own.means[request.kind]}</p>
        <p>{own.until(formatDateTime(request.expiresAt, language))}</p>
        {file.mayAct && file.isAlone ? <p>{own.alone(agent.login)}</p> : null}
        {file.mayAct ? null : <p>{own.needsSupervisor}</p>}
      </Note>
      {file.mayAct && file.isAsker ? <Withdraw file={file} /> : null}
      <Decide file={file} state={state} />
    </>
  )
}

function Shown({ request }: { readonly request: AgentRequest }) {
  return <input type="hidden" name="demande" value={request.id} />
}

function Withdraw({ file: { agent, request } }: AgentProps) {
  const { request: own } = useVisit().words.agents
  return (
    <Form action={paths.agency.agentRequest({ id: agent.id })}>
      {request ? <Shown request={request} /> : null}
      <Actions>
        <Button kind="plain" name="decision" value="refuser">
          {own.withdraw}
        </Button>
      </Actions>
    </Form>
  )
}

/** Two forms, so that the Enter key in the password never refuses and a refusal asks for none. */
function Decide({ file: { agent, request, statement }, state }: AgentProps) {
  const { request: own } = useVisit().words.agents
  const back = state?.form === 'confirmer' ? state : undefined
  const action = paths.agency.agentRequest({ id: agent.id })
  if (!request || !statement) return null
  const { digest, passkey } = statement
  return (
    <>
      <Form action={action} errors={back?.errors} typed={back?.typed} prefix="confirmer-">
        <Shown request={request} />
        <input type="hidden" name="decision" value="confirmer" />
        <input type="hidden" name="empreinte" value={digest} />
        <PasswordField
          name="password"
          label={own.password}
          hint={passkey ? `${own.know} ${own.orPasskey}` : own.know}
          autocomplete="current-password"
        />
        <PasskeyActions request={passkey} label={own.confirmWithPasskey} signsPage>
          <Button>{own.confirm[request.kind](nameOf(agent))}</Button>
        </PasskeyActions>
      </Form>
      <Form action={action}>
        <Shown request={request} />
        <Button kind="link" name="decision" value="refuser">
          {own.decline}
        </Button>
      </Form>
    </>
  )
}
