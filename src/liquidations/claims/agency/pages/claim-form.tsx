import type { Child } from 'hono/jsx'
import { Form } from '../../../../web/components/form.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { TextArea } from '../../../../web/components/text-area.tsx'
import { useSeen } from '../../../../web/components/form-state.ts'
import type { Fields, Mistakes } from '../../../../web/form.ts'
import { useVisit } from '../../../../web/visit.ts'
import type { AgentClaimView } from '../read-claim.ts'

/** Which form came back, with what was wrong and what was typed. */
export interface SentForm {
  readonly form: 'complement' | 'decision' | 'arrieres' | 'accord' | `piece-${string}`
  readonly errors: Mistakes
  readonly typed: Fields
}

/** What every part of the page is given: the claim, and the form that came back if any. */
export interface AgentClaimProps {
  readonly view: AgentClaimView
  readonly sent: SentForm | undefined
}

interface Props extends AgentClaimProps {
  readonly form: SentForm['form']
  readonly action: string
  readonly children: Child
}

/** One of the forms of the page, as the claim was shown; its own mistakes come back to it. */
export function ClaimForm({ view, sent, form, action, children }: Props) {
  const back = sent?.form === form ? sent : undefined
  return (
    <Form
      action={action}
      version={view.claim.version}
      prefix={`${form}-`}
      errors={back?.errors}
      typed={back?.typed}
    >
      {children}
    </Form>
  )
}

/** The points that the amounts of the form were worked out on. */
export function PointsSeen({ view: { computation } }: Pick<AgentClaimProps, 'view'>) {
  const shown = computation?.points.toString() ?? 'aucun'
  return <input type="hidden" name="points" value={useSeen('points', shown)} />
}

/** Another agent sent the decision back: why stands above the form that offers it again. */
export function SentBackNote({ view }: Pick<AgentClaimProps, 'view'>) {
  const { steps } = useVisit().words.claims
  const last = view.sentBack && view.steps.findLast(({ step }) => step === 'sent_back')
  if (!last) return null
  return (
    <Note tone="warning" title={steps.sent_back}>
      <bdi>{last.note}</bdi>
    </Note>
  )
}

interface ReasonProps extends Pick<AgentClaimProps, 'view'> {
  readonly hint: string
  readonly optional?: boolean
  /** What was written before. */
  readonly value?: string | undefined
}

/** Why it is decided so: the company reads it. */
export function Reason({ view, hint, optional, value }: ReasonProps) {
  const { agent } = useVisit().words.claims
  return (
    <TextArea
      name="raison"
      label={agent.why}
      hint={`${hint} ${agent.noteLanguage[view.readsIn]}`}
      value={value}
      rows={3}
      maxlength={1000}
      optional={optional}
    />
  )
}
