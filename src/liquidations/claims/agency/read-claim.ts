import { listActiveLogins } from '../../../access/logins.ts'
import type { AgentActor } from '../../../actors/actor.ts'
import { refuse } from '../../../actors/refusal.ts'
import { record } from '../../../audit/record.ts'
import { type LocalDate, todayIn } from '../../../calendar/index.ts'
import type { AppContext } from '../../../context.ts'
import type { Career } from '../../read-career.ts'
import { type Claim, claimKinds } from '../claim.ts'
import { computeSince } from '../compute-claim.ts'
import { type ClaimDocument, documentInHand } from '../documents.ts'
import { findPage, type OpenedPage, readPage } from '../open-page.ts'
import { type PensionInstead, pensionInstead } from '../refuse-single-payment.ts'
import { findAnyClaim } from '../store/claims.ts'
import { listOpenedPages, savePageView } from '../store/page-views.ts'
import { listClaimsOf, type OtherClaim } from '../store/other-claims.ts'
import { type ClaimDecision, listDecisions } from '../store/decisions.ts'
import { careerOf, describeClaim, recordView, type WorkedClaimView } from '../view-claim.ts'
import { countReading, weightOfPage } from '../../../members/count-reading.ts'
import type { Dirhams } from '../../../money/index.ts'
import { getParameter } from '../../../parameters/parameters.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Language } from '../../../web/words/language.ts'
import { findExaminer, getExaminer } from '../store/examiners.ts'
import { type ShownNumbers, shownNumbers } from './shown-numbers.ts'

export interface AgentClaimView extends WorkedClaimView {
  readonly career: Career
  readonly decisions: readonly ClaimDecision[]
  /** Sent for the same person: the points are granted once. */
  readonly others: readonly OtherClaim[]
  /** The pages that this agent has opened. */
  readonly opened: ReadonlySet<string>
  /** The document that is read; none where the claim has no page. */
  readonly inHand: ClaimDocument | undefined
  /** The decision that waits for another agent. */
  readonly waiting: ClaimDecision | null
  readonly isByReader: boolean
  /** Who proposed it. */
  readonly proposer: string
  /** The last decision, which another agent sent back: its values are offered again. */
  readonly sentBack: ClaimDecision | null
  readonly isOwnCompany: boolean
  /** This agent is about to decide it, or to confirm what another decided. */
  readonly mayDecide: boolean
  readonly numbers: ShownNumbers
  /** The language of whoever prepares it: what the agent writes is read in it. */
  readonly readsIn: Language
  /** Of a single payment with too many points for one: what is due in its place, and when. */
  readonly instead: PensionInstead | null
  /** The day that the points of the computation are of. */
  readonly today: LocalDate
  /** Above it two agents decide. */
  readonly secondAgentAbove: Dirhams
}

type App = Pick<AppContext, 'db' | 'clock' | 'keyring'>

export interface AskedClaim {
  readonly id: string
  /** Of the document in hand. */
  readonly code: string
  /** With its numbers whole, which only whoever decides is shown. */
  readonly isWhole?: boolean
}

/**
 * A claim for the agent who examines it; a draft is the company's alone. Each opening is in the company's trail (product G7), and
 * that its numbers were shown whole.
 */
export function readAgentClaim(
  app: App,
  actor: AgentActor,
  { id, code, isWhole = false }: AskedClaim,
): Promise<AgentClaimView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const claim = (await findAnyClaim(tx, id)) ?? refuse('web.not_found')
    if (claim.sentAt === null) return refuse('web.not_found')
    await countReading(tx, actor, weightOfPage, app.clock.now())
    await recordView(tx, app, actor, claim)
    const view = await describeClaim(tx, app, claim)
    const decisions = await listDecisions(tx, claim)
    const waiting = decisions.find(({ state }) => state === 'proposed') ?? null
    const all = await listClaimsOf(tx, claim, claimKinds)
    const { ownEmployerNumber } = await getExaminer(tx, actor.id)
    const isOwnCompany = ownEmployerNumber === view.employer.number
    const isByReader = waiting?.proposedBy === actor.id
    const first = waiting?.proposedBy ? await findExaminer(tx, waiting.proposedBy) : undefined
    const last = decisions.at(-1)
    const mayDecide = claim.state === 'sent' && !isOwnCompany && !isByReader
    const areWhole = isWhole && mayDecide
    if (areWhole) await recordNumbers(tx, app, actor, claim)
    const computation = await computeSince(tx, app, claim, decisions)
    const isTooMuch = claim.kind === 'single_payment' && computation?.isUnderPoints === false
    const today = todayIn(app.clock)
    return {
      ...view,
      career: await careerOf(tx, app, claim),
      computation,
      instead: isTooMuch ? await pensionInstead(tx, claim, today) : null,
      decisions,
      others: all.filter((other) => other.id !== id && other.sentAt !== null),
      deaths: view.deaths.filter(({ isSent }) => isSent),
      opened: await listOpenedPages(tx, claim, actor.id),
      inHand: documentInHand(view.documents, code),
      waiting,
      isByReader,
      proposer: first?.name ?? '',
      sentBack: last?.state === 'sent_back' ? last : null,
      isOwnCompany,
      mayDecide,
      numbers: shownNumbers(app, view, areWhole),
      readsIn: await languageOf(tx, claim),
      today,
      secondAgentAbove: await getParameter(tx, 'claim_second_agent_amount', today),
    }
  })
}

async function languageOf(tx: Tx, { employerId, startedBy }: Claim): Promise<Language> {
  const users = await listActiveLogins(tx, employerId, 'liquidation')
  return (users.find(({ id }) => id === startedBy) ?? users[0])?.language ?? 'fr'
}

async function recordNumbers(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  actor: AgentActor,
  { id, employerId, reference }: Claim,
): Promise<void> {
  await record(tx, actor, app.clock.now(), {
    action: 'claim.numbers_shown',
    subject: { kind: 'claim', id },
    employerId,
    details: { reference },
  })
}

/**
 * An agent opens a page of a claim that was sent. That they did is kept, because nobody accepts what they have not seen; a page
 * that cannot be read was seen by nobody.
 */
export async function openClaimPage(
  app: Pick<AppContext, 'db' | 'clock' | 'files'>,
  actor: AgentActor,
  asked: { readonly claimId: string; readonly pageId: string },
): Promise<OpenedPage> {
  const { claim, found } = await app.db.transaction({ as: 'agency' }, async (tx) => {
    const claim = (await findAnyClaim(tx, asked.claimId)) ?? refuse('web.not_found')
    if (claim.sentAt === null) return refuse('web.not_found')
    return { claim, found: await findPage(tx, app, actor, { claim, pageId: asked.pageId }) }
  })
  const page = await readPage(app, found)
  const view = { pageId: asked.pageId, agentId: actor.id, at: app.clock.now() }
  await app.db.transaction({ as: 'agency' }, (tx) => savePageView(tx, claim, view))
  return page
}
