import { formatDate } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, ButtonLink } from '../../../web/components/button.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { LiquidationPage } from '../../pages/liquidation-page.tsx'
import { isOpenToWriting } from '../claim.ts'
import { keptComputation } from '../kept-computation.ts'
import { lastGranted } from '../store/decisions.ts'
import type { WorkedClaimView } from '../view-claim.ts'
import { ClaimTag, nameOf, type SentBack } from './claim-frame.tsx'
import { ClaimSaid } from './claim-said.tsx'
import { ClaimSteps } from './claim-steps.tsx'
import { ClaimTasks } from './claim-tasks.tsx'
import { DecidedFigures } from './decided.tsx'
import { DecisionList } from './decision-list.tsx'
import { DocumentList } from './document-list.tsx'
import { DoubtNote, OtherDeaths } from './doubt-note.tsx'
import { Withdraw } from './withdraw.tsx'
import { ClaimEstimate, WorkedWith } from './worked.tsx'

interface Props extends SentBack {
  readonly view: WorkedClaimView
}

/** One claim: where it stands, what is left to do, what happened (product L2, L5). */
export function ClaimPage({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { claim } = view
  const isOpen = isOpenToWriting(claim)
  return (
    <LiquidationPage title={`${nameOf(claim)} · ${claim.reference}`} place="claims" errors={errors}>
      <BackLink href={paths.claims.list()}>{own.backToList}</BackLink>
      <PageHead title={<bdi>{nameOf(claim)}</bdi>} lead={own.stateLeads[claim.state]} />
      <DescriptionList
        rows={[
          { term: own.kind, value: own.kinds[claim.kind] },
          { term: own.state, value: <ClaimTag state={claim.state} /> },
          { term: own.reference, value: <Reference copy>{claim.reference}</Reference> },
          { term: own.number, value: <Reference>{claim.memberNumber}</Reference> },
        ]}
      />
      <ClaimSaid view={view} />
      {isOpen ? <DoubtNote view={view} /> : null}
      {claim.state === 'sent' ? <OtherDeaths view={view} /> : null}
      {isOpen ? <ClaimTasks view={view} /> : null}
      <Limitation view={view} />
      <ClaimEstimate view={view} />
      <Decided view={view} />
      {claim.sentAt ? (
        <>
          <Actions>
            <ButtonLink href={paths.claims.receipt({ id: claim.id })} download>
              {own.receipt}
            </ButtonLink>
          </Actions>
          <p class="muted">{own.receiptNote}</p>
        </>
      ) : null}
      {isOpen ? null : (
        <section>
          <h2>{own.documentsStep.title}</h2>
          <DocumentList view={view} />
        </section>
      )}
      <section>
        <h2>{own.stepsTitle}</h2>
        <ClaimSteps view={view} />
      </section>
      <Withdraw view={view} errors={errors} typed={typed} />
    </LiquidationPage>
  )
}

/** What was decided, with its letters; then what the last of them says, for whoever does not open it. */
function Decided({ view: { claim, payees, decisions } }: { readonly view: WorkedClaimView }) {
  const { letter } = useVisit().words.claims
  if (decisions.length === 0) return null
  const granted = lastGranted(decisions)
  return (
    <section>
      <h2>{letter.decisions}</h2>
      <DecisionList
        decisions={decisions}
        href={(number, language) =>
          `${paths.claims.notification({ id: claim.id, number: String(number) })}?langue=${language}`
        }
      />
      {decisions.some(({ state }) => state === 'final') ? (
        <p class="muted">{letter.lettersNote}</p>
      ) : null}
      {granted ? (
        <>
          <DecidedFigures claim={claim} payees={payees} decision={granted} />
          <WorkedWith computation={keptComputation(granted.computation)} />
        </>
      ) : null}
    </section>
  )
}

/** Rights that nobody asks for in time are lost (law 64-12, article 62). */
function Limitation({ view: { claim, limitationOn } }: { readonly view: WorkedClaimView }) {
  const { words, language } = useVisit()
  if (!limitationOn || !isOpenToWriting(claim)) return null
  return <Note tone="warning">{words.claims.limitation(formatDate(limitationOn, language))}</Note>
}
