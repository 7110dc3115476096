import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findEmployerId } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseOwnEmployer } from './attribute-transfer.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { type GivenPart, giveToCompanies } from './give-to-company.ts'
import { type Evidence, isPaid } from './match-transfer.ts'
import { mustSplit, type Part } from './split.ts'
import { lockTransfer } from './store.ts'

export interface SplitCommand {
  readonly transferId: string
  readonly version: number
  readonly parts: readonly Part[]
}

/**
 * An agent says what of a transfer is whose: all of it, in one go, each part on the account of its company (product E7). Of a
 * part, the oldest dues are paid first.
 */
export async function splitTransfer(
  app: AppContext,
  actor: AgentActor,
  { transferId, version, parts }: SplitCommand,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const transfer = (await lockTransfer(tx, transferId)) ?? refuse('web.not_found')
    if (transfer.version !== version) return refuse('web.changed_meanwhile')
    mustSplit(transfer, parts)
    const evidence = await gatherEvidence(tx, transfer)
    const given: GivenPart[] = []
    for (const part of parts) given.push(await partFor(tx, actor, part, evidence))
    // In one order for everybody: two splits between the same companies take turns.
    given.sort((one, other) => one.employerId.localeCompare(other.employerId))
    await giveToCompanies(tx, actor, transfer, given, app.clock.now())
  })
}

// oxlint-disable-next-line max-params -- the transaction, who decides, which part, and what the transfer says
async function partFor(
  tx: Tx,
  actor: AgentActor,
  { employerNumber, amount }: Part,
  { orders }: Evidence,
): Promise<GivenPart> {
  const employerId =
    (await findEmployerId(tx, employerNumber)) ?? refuse('received.company_unknown')
  await refuseOwnEmployer(tx, actor, employerNumber)
  const order = orders.find((one) => one.employerId === employerId && !isPaid(one))
  return {
    employerId,
    amount,
    foundBy: 'agent',
    orderId: order?.id ?? null,
    reference: order?.reference ?? null,
    dues: null,
  }
}
