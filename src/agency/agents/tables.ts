import type { Generated } from 'kysely'
import type { RequestKind } from './agent.ts'

export interface AgentRequestsTable {
  id: Generated<string>
  agent_id: string
  kind: RequestKind
  reason: string
  state: Generated<'waiting' | 'confirmed' | 'declined' | 'withdrawn' | 'expired'>
  asked_by: string
  asked_at: Date
  expires_at: Date
  decided_by: string | null
  decided_at: Date | null
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    agent_requests: AgentRequestsTable
  }
}
