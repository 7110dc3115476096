import type { AgentActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { refuse } from '../actors/refusal.ts'
import type { TrailEvent } from '../audit/trail.ts'
import type { Delegate } from '../access/delegates.ts'
import { findDelegateInFunction, getDelegateIdentity } from '../access/store/delegates.ts'
import { type Holidays, remainingMs } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import type { Teleservice } from '../employers/employer.ts'
import { findEmployer, listSubscribedServices } from '../employers/store/employers.ts'
import { allowedMs, bearsHandwrittenNumber, type Letter } from '../letters/letter.ts'
import type { Objection } from '../letters/objection.ts'
import { findObjection } from '../letters/store/objections.ts'
import { listProofs, type Proof } from '../letters/store/proofs.ts'
import { findLetter } from '../letters/store/letters.ts'
import { listHolidays } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { type IdentityKind, maskedIdentity } from '../platform/secrets/identity.ts'
import { openIdentity } from '../subscriptions/open-identity.ts'
import { holderOf } from './case-in-hand.ts'
import {
  findAgentName,
  findRejectionOf,
  findSignatoryInForce,
  hasCompared,
  type LaterForm,
  listLaterForms,
  listLetterEvents,
  listReviews,
  type PastReview,
  type Rejection,
} from './store/case-history.ts'
import { findPieceOf } from './tray/store.ts'
import { getReviewer, hasOpened, listAcceptances } from './store/reviews.ts'

/** Everything an agent reads before deciding, on one page (product G2). */
export interface Case {
  readonly letter: Letter
  readonly remainingMs: number
  readonly isPaused: boolean
  readonly employer: Employer | undefined
  /** What the company is subscribed to today: what a renewal leaves out ends. */
  readonly services: readonly Teleservice[]
  /** Who signed the subscription or renewal in force. */
  readonly signatory: string | undefined
  readonly delegate: Delegate | undefined
  /** The delegate's document, masked: enough to recognise it on the paper. */
  readonly identity: { readonly kind: IdentityKind; readonly mask: string } | undefined
  readonly proofs: readonly Proof[]
  /** The scan of the tray that its pages came as, when they were cut from a larger PDF. */
  readonly piece: string | undefined
  readonly reviews: readonly PastReview[]
  readonly events: readonly TrailEvent[]
  readonly objection: Objection | undefined
  /** Of a mandate: the last debit of the same account that the bank sent back. */
  readonly rejection: Rejection | undefined
  /** Forms drawn up since this one was withdrawn: the paper at hand may be an older print of theirs. */
  readonly laterForms: readonly LaterForm[]
  readonly holder: { readonly id: string; readonly name: string; readonly isMe: boolean } | null
  /** How many people accepted the newest scan, and whether the reader is one of them. */
  readonly acceptances: number
  readonly acceptedByMe: boolean
  readonly openedByMe: boolean
  /** The number that the newest paper bears by hand was found the same by the reader; nothing of the kind on other letters. */
  readonly comparedByMe: boolean
  readonly isOwnEmployer: boolean
  readonly isSupervisor: boolean
}

export async function readCase(
  app: AppContext,
  actor: AgentActor,
  letterId: string,
): Promise<Case> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const letter = (await findLetter(tx, letterId)) ?? refuse('web.not_found')
    await record(tx, actor, app.clock.now(), {
      action: 'letter.viewed',
      subject: { kind: 'letter', id: letter.id },
      employerId: letter.employerId,
      details: { reference: letter.reference },
    })
    const proofs = await listProofs(tx, letter.id)
    const now = app.clock.now()
    return {
      // Only for reading: the number that the paper must bear is opened for the agent who compares.
      letter: await openIdentity(tx, app, letter),
      proofs,
      piece: await findPieceOf(tx, letter.id),
      ...(await readCompany(tx, app, letter)),
      ...(await readHistory(tx, letter)),
      ...(await readProgress(tx, actor, letter, proofs[0])),
      ...clockOf(letter, now, await listHolidays(tx)),
      holder: await readHolder(tx, actor, letter, now),
      isSupervisor: actor.role === 'supervisor',
    }
  })
}

async function readCompany(tx: Tx, app: AppContext, { employerId }: Letter) {
  const delegate = employerId ? await findDelegateInFunction(tx, employerId) : undefined
  return {
    employer: employerId ? await findEmployer(tx, employerId) : undefined,
    services: employerId ? await listSubscribedServices(tx, employerId) : [],
    signatory: employerId ? await findSignatoryInForce(tx, employerId) : undefined,
    delegate,
    identity: delegate && (await readIdentity(tx, app, delegate)),
  }
}

async function readIdentity(tx: Tx, app: AppContext, { id, employerId }: Delegate) {
  const known = await getDelegateIdentity(tx, employerId, id)
  return {
    kind: known.identity_kind,
    mask: maskedIdentity(app.keyring.open(known.identity_sealed)),
  }
}

async function readHistory(tx: Tx, letter: Letter) {
  return {
    reviews: await listReviews(tx, letter.id),
    events: await listLetterEvents(tx, letter.id, letter.employerId),
    objection: await findObjection(tx, letter.id),
    rejection: letter.kind === 'debit_mandate' ? await findRejectionOf(tx, letter) : undefined,
    laterForms: letter.state === 'withdrawn' ? await listLaterForms(tx, letter) : [],
  }
}

/** How far the newest scan is, and what the reader did with it. */
async function readProgress(tx: Tx, actor: AgentActor, letter: Letter, newest: Proof | undefined) {
  const acceptances = newest ? await listAcceptances(tx, newest.id) : []
  const me = await getReviewer(tx, actor)
  return {
    acceptances: acceptances.length,
    acceptedByMe: acceptances.some(
      (one) => one.agentId === me.agentId || one.personKey === me.personKey,
    ),
    openedByMe: newest ? await hasOpened(tx, actor.id, newest.id) : false,
    comparedByMe: bearsHandwrittenNumber(letter) && (await hasCompared(tx, letter, actor.id)),
    isOwnEmployer: me.ownEmployerNumber === letter.employerNumber,
  }
}

async function readHolder(tx: Tx, actor: AgentActor, letter: Letter, now: Date) {
  const holder = holderOf(letter, now)
  return holder
    ? { id: holder, name: await findAgentName(tx, holder), isMe: holder === actor.id }
    : null
}

function clockOf(letter: Letter, now: Date, holidays: Holidays) {
  return {
    remainingMs: remainingMs(letter.clock, allowedMs, now, holidays),
    isPaused: letter.clock.runningSince === null,
  }
}
