import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { EventActor, EventSentence } from '../../../audit/event-text.tsx'
import { nameOf } from '../agent.ts'
import type { AgentFile } from '../read-agents.ts'
import { AgentActs } from './agent-acts.tsx'
import { AgentRequestPart } from './agent-request.tsx'
import { AgentStateTag, FactorTag } from './agent-tags.tsx'

/** Which of the page's forms came back. */
export type AgentForm = 'suspendre' | 'rendre' | 'reinitialiser' | 'confirmer' | 'lien'

export interface AgentFormState {
  readonly form: AgentForm
  readonly errors: Mistakes
  readonly typed: Fields
}

export interface AgentProps {
  readonly file: AgentFile
  readonly state?: AgentFormState | undefined
}

/** One agent: what is known, what waits, what may be done, and everything that was. */
export function AgentPage({ file, state }: AgentProps) {
  const { agents: words } = useVisit().words
  const { agent } = file
  const title = nameOf(agent)
  return (
    <AgencyPage
      title={title}
      place="agents"
      errors={state?.errors}
      errorsPrefix={state && `${state.form}-`}
      narrow
    >
      <BackLink href={paths.agency.agents()}>{words.title}</BackLink>
      <PageHead title={title} lead={words.roles[agent.role]} />
      {file.isOwn ? <Note title={words.details.ownTitle}>{words.details.ownText}</Note> : null}
      <AgentRequestPart file={file} state={state} />
      <Facts file={file} />
      <AgentActs file={file} state={state} />
      <History file={file} />
      {file.mayAct ? (
        <p>
          <a href={`${paths.agency.signIns()}?q=${encodeURIComponent(agent.login)}`}>
            {words.signIns.title}
          </a>
        </p>
      ) : null}
    </AgencyPage>
  )
}

function Facts({ file: { agent, ownCompany } }: AgentProps) {
  const { agents: words } = useVisit().words
  const { details } = words
  return (
    <DescriptionList
      rows={[
        { term: words.state, value: <AgentStateTag agent={agent} /> },
        ...(agent.state === 'suspended'
          ? [{ term: details.reason, value: <bdi>{agent.stateReason}</bdi> }]
          : []),
        { term: details.login, value: <Reference>{agent.login}</Reference> },
        { term: details.email, value: <bdi dir="ltr">{agent.email}</bdi> },
        ...(agent.state === 'active'
          ? [{ term: words.secondFactor, value: <FactorTag agent={agent} /> }]
          : []),
        {
          term: words.lastSeen,
          value: agent.lastSignedInAt ? <DateText date={agent.lastSignedInAt} /> : words.never,
        },
        {
          term: details.ownEmployer,
          value: agent.ownEmployerNumber ? (
            <>
              <Reference>{agent.ownEmployerNumber}</Reference>{' '}
              <bdi>{ownCompany ?? details.ownEmployerUnknown}</bdi>
            </>
          ) : (
            details.ownEmployerNone
          ),
        },
        { term: details.language, value: details.languages[agent.language] },
        { term: details.since, value: <DateText date={agent.createdAt} /> },
      ]}
    />
  )
}

function History({ file: { events } }: AgentProps) {
  const { agents, agency } = useVisit().words
  const { history, historyEmpty } = agents.details
  return (
    <section aria-labelledby="historique">
      <h2 id="historique">{history}</h2>
      <Table
        caption={history}
        dense
        rows={events}
        empty={<p class="muted">{historyEmpty}</p>}
        columns={[
          { head: agency.trail.what, cell: (event) => <EventSentence event={event} /> },
          { head: agency.trail.who, cell: (event) => <EventActor event={event} /> },
          { head: agency.trail.when, cell: (event) => <DateText date={event.at} /> },
        ]}
      />
    </section>
  )
}
