import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findEmployerId } from '../../employers/store/employers.ts'
import { listPositions } from '../../ledger/store/read-positions.ts'
import { chooseShares, openSharesOf } from '../../ledger/transfers/transfer-order.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findOwnEmployerNumber } from '../store/agents.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { giveToCompany } from './give-to-company.ts'
import { isPaid } from './match-transfer.ts'
import { lockTransfer } from './store.ts'

export interface AttributeCommand {
  readonly transferId: string
  readonly version: number
  readonly employerNumber: string
  /** The dues to pay first, by their names in the form; none: the oldest first. */
  readonly shares: readonly string[]
}

/** An agent says whose a transfer is, and what it pays first (product E7). */
export async function attributeTransfer(
  app: AppContext,
  actor: AgentActor,
  { transferId, version, employerNumber, shares }: AttributeCommand,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const transfer = (await lockTransfer(tx, transferId)) ?? refuse('web.not_found')
    if (transfer.version !== version) return refuse('web.changed_meanwhile')
    const employerId =
      (await findEmployerId(tx, employerNumber)) ?? refuse('received.company_unknown')
    await refuseOwnEmployer(tx, actor, employerNumber)
    const open = openSharesOf(await listPositions(tx, employerId))
    const chosen = chooseShares(open, shares)
    const { orders } = await gatherEvidence(tx, transfer)
    const order = orders.find((one) => one.employerId === employerId && !isPaid(one))
    await giveToCompany(
      tx,
      actor,
      transfer,
      {
        employerId,
        foundBy: 'agent',
        orderId: order?.id ?? null,
        reference: order?.reference ?? null,
        dues: chosen.length > 0 ? chosen : null,
      },
      app.clock.now(),
    )
  })
}

/** Money for the company of an agent, or of a relative, is another agent's to attribute (quality AT67). */
export async function refuseOwnEmployer(
  tx: Tx,
  actor: AgentActor,
  employerNumber: string,
): Promise<void> {
  if ((await findOwnEmployerNumber(tx, actor.id)) === employerNumber) refuse('agency.own_employer')
}
