import { AgencyPage } from '../../../web/agency-page.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { nameOf } from '../agent.ts'
import type { AgentList } from '../read-agents.ts'
import { AgentStateTag, FactorTag } from './agent-tags.tsx'

interface Props {
  readonly list: AgentList
}

/** Who works at the agency, who may do what, who was here when; what waits for a second person stands first. */
export function AgentListPage({ list }: Props) {
  const { agents: words } = useVisit().words
  return (
    <AgencyPage title={words.title} place="agents">
      <PageHead
        title={words.title}
        lead={list.mayAct ? words.lead : words.onlyReading}
        action={
          list.mayAct ? (
            <ButtonLink href={paths.agency.newAgent()} kind="primary">
              {words.new}
            </ButtonLink>
          ) : undefined
        }
      />
      <Waiting list={list} />
      <People list={list} />
      {list.mayAct ? (
        <p>
          <a href={paths.agency.signIns()}>{words.signIns.title}</a>
        </p>
      ) : null}
    </AgencyPage>
  )
}

function Waiting({ list: { requests } }: Props) {
  const { agents: words } = useVisit().words
  if (requests.length === 0) return null
  return (
    <Note tone="warning" title={words.waitingTitle(requests.length)}>
      <ul>
        {requests.map(({ request, agent }) => (
          <li>
            <a href={paths.agency.agent({ id: agent.id })}>
              {words.asked[request.kind](request.askedByName, nameOf(agent))}
            </a>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function People({ list: { agents, readerId } }: Props) {
  const { agents: words } = useVisit().words
  return (
    <Table
      caption={words.caption}
      rows={agents}
      columns={[
        {
          head: words.name,
          cell: (agent) => (
            <>
              <a href={paths.agency.agent({ id: agent.id })}>
                <bdi>{nameOf(agent)}</bdi>
              </a>
              <small>
                <Reference>{agent.login}</Reference>
                {agent.id === readerId ? ` · ${words.you}` : null}
              </small>
            </>
          ),
        },
        { head: words.role, cell: ({ role }) => words.roles[role] },
        { head: words.state, cell: (agent) => <AgentStateTag agent={agent} /> },
        {
          head: words.secondFactor,
          cell: (agent) => (agent.state === 'active' ? <FactorTag agent={agent} /> : ''),
        },
        {
          head: words.lastSeen,
          cell: ({ lastSignedInAt }) =>
            lastSignedInAt ? <DateText date={lastSignedInAt} /> : words.never,
        },
      ]}
    />
  )
}
