import { formatDate } from '../../calendar/index.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import type { Tone } from '../../web/components/shape.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { parameterOf } from '../parameter-catalogue.ts'
import type { ProposalView } from '../read-proposal.ts'
import type { ProposalState } from '../tables.ts'
import { Difference } from './difference.tsx'
import { DryRunSection } from './dry-run.tsx'
import { ProposalDecisions } from './proposal-decisions.tsx'
import { FreeText } from './value-text.tsx'

export interface DecisionFormState {
  readonly form: 'approuver' | 'refuser' | 'retirer'
  readonly errors: Mistakes
  readonly typed: Fields
}

export interface ProposalProps {
  readonly view: ProposalView
  readonly state?: DecisionFormState | undefined
}

/** A proposal as the second person reads it: the difference, what it touches, what it would give; then the decision. */
export function ProposalPage({ view, state }: ProposalProps) {
  const { parameters: all } = useVisit().words
  const { proposal } = view
  const title = all.proposal.title(all.names[proposal.key])
  return (
    <AgencyPage
      title={title}
      place="parameters"
      errors={state?.errors}
      errorsPrefix={state ? `${state.form}-` : undefined}
    >
      <BackLink href={paths.agency.parameter({ key: proposal.key })}>
        {all.names[proposal.key]}
      </BackLink>
      <PageHead title={title} lead={all.meanings[proposal.key]} />
      <PastNote view={view} />
      <CorrectionNote view={view} />
      <Facts view={view} />
      <Difference view={view} />
      {view.dryRun ? <DryRunSection run={view.dryRun} /> : null}
      <ProposalDecisions view={view} state={state} />
    </AgencyPage>
  )
}

/** Never retroactive without saying what it touches. */
function PastNote({ view }: ProposalProps) {
  const { language, words: all } = useVisit()
  const words = all.parameters.proposal
  if (!view.isPast) return null
  const { touched } = view
  return (
    <Note tone="warning" title={words.pastTitle(formatDate(view.proposal.validFrom, language))}>
      {touched === null
        ? words.pastOther
        : touched.declarations === 0
          ? words.pastNothing
          : words.pastDeclarations(touched.declarations, touched.employers)}
    </Note>
  )
}

function CorrectionNote({ view: { proposal, before } }: ProposalProps) {
  const { proposal: words } = useVisit().words.parameters
  const isCorrection =
    before?.validFrom === proposal.validFrom && !parameterOf(proposal.key).undated
  return isCorrection ? <Note title={words.correctionTitle}>{words.correctionText}</Note> : null
}

const tones: Record<ProposalState, Tone> = {
  waiting: 'wait',
  approved: 'done',
  refused: 'stop',
  withdrawn: 'off',
}

function Facts({ view: { proposal } }: ProposalProps) {
  const { proposal: words } = useVisit().words.parameters
  const { undated } = parameterOf(proposal.key)
  const decided =
    proposal.decidedBy && proposal.decidedAt && proposal.state !== 'withdrawn'
      ? [
          {
            term: words.decidedBy,
            value: <bdi>{proposal.decidedBy.name}</bdi>,
            note: <DateText date={proposal.decidedAt} />,
          },
        ]
      : []
  return (
    <DescriptionList
      rows={[
        {
          term: words.from,
          value: undated ? words.fromNow : <DateText date={proposal.validFrom} />,
        },
        {
          term: words.by,
          value: <bdi>{proposal.proposedBy.name}</bdi>,
          note: <DateText date={proposal.proposedAt} />,
        },
        { term: words.reason, value: <FreeText>{proposal.reason}</FreeText> },
        ...decided,
        {
          term: words.decision,
          value: <StatusTag tone={tones[proposal.state]}>{words.states[proposal.state]}</StatusTag>,
          note: proposal.decisionNote ? <FreeText>{proposal.decisionNote}</FreeText> : undefined,
        },
      ]}
    />
  )
}
