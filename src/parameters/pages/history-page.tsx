import { AgencyPage } from '../../web/agency-page.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { Details } from '../../web/components/details.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import type { Tone } from '../../web/components/shape.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { parameterOf } from '../parameter-catalogue.ts'
import type { HistoryLine, ParameterHistory, ValueStanding } from '../read-history.ts'
import type { Row } from '../value-types.ts'
import { MarkTag } from './mark-tag.tsx'
import { RowsTable } from './rows-table.tsx'
import { FreeText, ValueText } from './value-text.tsx'

interface Props {
  readonly history: ParameterHistory
}

/** One parameter: what it is, what it was and will be, who decided it, and the way to propose another value. */
export function HistoryPage({ history }: Props) {
  const { parameters: words } = useVisit().words
  const { key, waiting, inForce } = history
  const { type, fixed, unread } = parameterOf(key)
  return (
    <AgencyPage title={words.names[key]} place="parameters">
      <BackLink href={paths.agency.parameters()}>{words.history.back}</BackLink>
      <PageHead
        title={words.names[key]}
        lead={words.meanings[key]}
        action={
          fixed || waiting ? undefined : (
            <ButtonLink kind="primary" href={paths.agency.proposeParameter({ key })}>
              {words.history.propose}
            </ButtonLink>
          )
        }
      />
      {fixed ? <Note>{words.fixedText}</Note> : null}
      {unread ? <Note>{words.unreadText}</Note> : null}
      <WaitingNote history={history} />
      {type.shape === 'table' && inForce ? (
        <>
          <h2>{words.history.content}</h2>
          <RowsTable parameter={key} rows={inForce.value as readonly Row[]} />
        </>
      ) : null}
      <h2>{words.history.title}</h2>
      <ValuesTable history={history} />
      <Closed history={history} />
    </AgencyPage>
  )
}

function WaitingNote({ history: { waiting } }: Props) {
  const { history: words } = useVisit().words.parameters
  if (!waiting) return null
  return (
    <Note
      title={words.waitingTitle(waiting.proposedBy.name)}
      action={
        <ButtonLink href={paths.agency.proposal({ id: waiting.id })}>{words.seeWaiting}</ButtonLink>
      }
    >
      {words.waitingText}
    </Note>
  )
}

const tones: Record<ValueStanding, Tone> = {
  in_force: 'done',
  announced: 'info',
  past: 'off',
  corrected: 'off',
}

function ValuesTable({ history: { key, values } }: Props) {
  const { parameters: all } = useVisit().words
  const words = all.history
  const states = {
    in_force: words.inForce,
    announced: words.announced,
    past: words.past,
    corrected: words.corrected,
  }
  const { undated } = parameterOf(key)
  const columns = [
    {
      head: words.from,
      cell: (value: HistoryLine) =>
        undated ? <Recorded value={value} /> : <DateText date={value.validFrom} />,
    },
    { head: all.value, cell: (value: HistoryLine) => <OneValue line={value} /> },
    {
      head: words.outcome,
      cell: ({ standing }: HistoryLine) => (
        <StatusTag tone={tones[standing]}>{states[standing]}</StatusTag>
      ),
    },
    { head: all.source, cell: (value: HistoryLine) => <FreeText>{value.source}</FreeText> },
    {
      head: all.mark,
      cell: (value: HistoryLine) => <MarkTag illustrative={value.illustrative} />,
    },
    { head: words.by, cell: (value: HistoryLine) => <Deciders value={value} /> },
  ]
  return <Table caption={words.caption} rows={values} columns={columns} />
}

function Recorded({ value }: { readonly value: HistoryLine }) {
  const { parameters: words } = useVisit().words
  return value.recordedAt ? <DateText date={value.recordedAt} /> : <>{words.history.program}</>
}

/** A list is opened; the one in force is already open above. */
function OneValue({ line }: { readonly line: HistoryLine }) {
  const { history: words } = useVisit().words.parameters
  const { type } = parameterOf(line.key)
  const text = <ValueText parameter={line.key} value={line.value} />
  if (type.shape !== 'table' || line.standing === 'in_force') return text
  return (
    <Details
      summary={
        <>
          {text} <span class="visually-hidden">{words.seeContent}</span>
        </>
      }
    >
      <RowsTable parameter={line.key} rows={line.value as readonly Row[]} />
    </Details>
  )
}

function Deciders({ value }: { readonly value: HistoryLine }) {
  const { history: words } = useVisit().words.parameters
  if (value.proposalId === null) return <>{words.program}</>
  return (
    <a href={paths.agency.proposal({ id: value.proposalId })}>
      {words.twoNames(value.proposedBy, value.approvedBy)}
    </a>
  )
}

function Closed({ history: { key, closed } }: Props) {
  const { parameters: all } = useVisit().words
  const words = all.history
  if (closed.length === 0) return null
  return (
    <>
      <h2>{words.closed}</h2>
      <Table
        caption={words.closedCaption}
        rows={closed}
        columns={[
          {
            head: words.proposedBy,
            cell: (proposal) => (
              <a href={paths.agency.proposal({ id: proposal.id })}>
                <bdi>{proposal.proposedBy.name}</bdi>
              </a>
            ),
          },
          {
            head: all.propose.value,
            cell: (proposal) => <ValueText parameter={key} value={proposal.value} />,
          },
          {
            head: words.outcome,
            cell: ({ state }) => (
              <StatusTag tone={state === 'refused' ? 'stop' : 'off'}>
                {all.proposal.states[state]}
              </StatusTag>
            ),
          },
          {
            head: words.reason,
            cell: ({ decisionNote }) => (decisionNote ? <FreeText>{decisionNote}</FreeText> : ''),
          },
        ]}
      />
    </>
  )
}
