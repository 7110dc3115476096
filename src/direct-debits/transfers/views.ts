import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { findEmployer, findEmployerId, getEmployer } from '../../employers/store/employers.ts'
import {
  type Attribution,
  listStandingAttributions,
} from '../../ledger/transfers/store/attributions.ts'
import { referencesIn } from '../../ledger/transfers/payment-reference.ts'
import { openSharesOf, type TransferShare } from '../../ledger/transfers/transfer-order.ts'
import { listPositions } from '../../ledger/store/read-positions.ts'
import type { Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { readPromises } from '../../payments/read-promises.ts'
import type { OrderPromise } from '../../ledger/order-promise.ts'
import { type Candidate, listCandidates } from '../store/candidates.ts'
import { type ReceivedTransfer, type TransferState, waits } from './received-transfer.ts'
import {
  countTransfers,
  findTransfer,
  listSuspense,
  listTransfers,
  suspenseBalance,
  type Suspended,
} from './store.ts'

const shown = 200

export interface TransfersView {
  readonly state: TransferState
  readonly transfers: readonly ReceivedTransfer[]
  readonly counts: ReadonlyMap<TransferState, number>
  /** What the fund holds for nobody yet. */
  readonly inSuspense: Dirhams
}

export function viewTransfers(app: AppContext, state: TransferState): Promise<TransfersView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => ({
    state,
    transfers: await listTransfers(tx, state, shown),
    counts: await countTransfers(tx),
    inSuspense: await suspenseBalance(tx),
  }))
}

/** The company that an agent has named, and what it owes. */
export interface Chosen {
  readonly employer: Employer
  readonly open: readonly TransferShare[]
  /** What payment orders that may still leave are about to pay of it. */
  readonly promises: readonly OrderPromise[]
}

export interface TransferView {
  readonly transfer: ReceivedTransfer
  readonly history: readonly Suspended[]
  readonly candidates: readonly Candidate[]
  readonly chosen: Chosen | null
  /** Whose it is: one company, or those between which it was split. */
  readonly attributions: readonly (Attribution & { readonly employer: Employer })[]
}

/** One transfer; and, once the agent has named a company, what it owes, which is in that company's own trail (product G7). */
export function viewTransfer(
  app: AppContext,
  actor: AgentActor,
  { id, employerNumber }: { readonly id: string; readonly employerNumber: string },
): Promise<TransferView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const transfer = (await findTransfer(tx, id)) ?? refuse('web.not_found')
    return {
      transfer,
      history: await listSuspense(tx, id),
      candidates: waits(transfer) ? await candidatesOf(tx, transfer) : [],
      chosen: await chosenBy(app, tx, actor, employerNumber),
      attributions: await attributionsOf(tx, id),
    }
  })
}

async function attributionsOf(tx: Tx, id: string): Promise<TransferView['attributions']> {
  const attributions = await listStandingAttributions(tx, id)
  return Promise.all(
    attributions.map(async (one) => ({ ...one, employer: await getEmployer(tx, one.employerId) })),
  )
}

/** Whatever in the transfer points to a company: a reference, an account, a N° Adhérent, a name, an amount. */
function candidatesOf(tx: Tx, transfer: ReceivedTransfer): Promise<Candidate[]> {
  const { written, payerRib, payerName, amount } = transfer
  return listCandidates(tx, {
    references: referencesIn([written]),
    rib: payerRib,
    numbers: [...`${written} ${payerName}`.matchAll(/(?<!\d)\d{6}(?!\d)/g)].map(([one]) => one),
    payerName,
    amount,
  })
}

// oxlint-disable-next-line max-params -- the clock, the transaction, who looks, and the number they typed
async function chosenBy(
  app: AppContext,
  tx: Tx,
  actor: AgentActor,
  employerNumber: string,
): Promise<Chosen | null> {
  const employerId = employerNumber ? await findEmployerId(tx, employerNumber) : null
  const employer = employerId ? await findEmployer(tx, employerId) : undefined
  if (!employer) return null
  await record(tx, actor, app.clock.now(), {
    action: 'employer.viewed',
    subject: { kind: 'employer', id: employer.id },
    employerId: employer.id,
  })
  return {
    employer,
    open: openSharesOf(await listPositions(tx, employer.id)),
    promises: await readPromises(tx, employer.id),
  }
}
