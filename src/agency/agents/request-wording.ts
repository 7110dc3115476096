import { type Statement, statementOf } from '../../access/statement.ts'
import { type Agent, type AgentRequest, nameOf } from './agent.ts'

/** What the second supervisor agrees to: this request, for this account, as the page shows it (decision 0021). */
export function requestStatement(request: AgentRequest, agent: Agent): Statement {
  return statementOf([
    'guichet agency request 1',
    `request ${request.id} asked ${request.askedAt.toISOString()} by ${request.askedByName}`,
    `${request.kind} ${agent.login} ${agent.role}`,
    `name ${nameOf(agent)}`,
    `address ${agent.email}`,
    `reason ${request.reason}`,
  ])
}
