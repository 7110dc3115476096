import { StatusTag } from '../../../web/components/status-tag.tsx'
import type { Tone } from '../../../web/components/shape.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { Agent, AgentState } from '../agent.ts'

const tones: Record<AgentState, Tone> = {
  proposed: 'wait',
  invited: 'info',
  active: 'done',
  suspended: 'stop',
  declined: 'off',
}

export function AgentStateTag({ agent }: { readonly agent: Agent }) {
  const { states } = useVisit().words.agents
  if (agent.state === 'declined') return null
  return <StatusTag tone={tones[agent.state]}>{states[agent.state]}</StatusTag>
}

/** Worth a word only for who can sign in: the others have nothing to verify yet. */
export function FactorTag({ agent }: { readonly agent: Agent }) {
  const { factor } = useVisit().words.agents
  return (
    <StatusTag tone={agent.hasSecondFactor ? 'done' : 'wait'}>
      {agent.hasSecondFactor ? factor.yes : factor.no}
    </StatusTag>
  )
}
