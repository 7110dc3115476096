import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { noteTaken } from '../../liquidations/claims/agency/note-taken.ts'
import type { Tx } from '../../platform/db/database.ts'
import { holderOf } from '../case-in-hand.ts'
import { refuseOwnCompany } from '../refuse-own-company.ts'
import { takeCase } from '../take-case.ts'
import { findWorkItem, saveHands } from './store/work-items.ts'
import type { KeptItem } from './work-item.ts'
import { isLetter } from './work-kinds.ts'

interface Asked {
  readonly itemId: string
  readonly release: boolean
  /** Who had it in hand on the page. */
  readonly holder: string | null
}

/** Any case of the queue taken in hand, or given back; a letter keeps whose hands it is in itself (product G1). */
export async function takeWork(app: AppContext, actor: AgentActor, asked: Asked): Promise<void> {
  const letterId = await app.db.transaction({ as: 'agency' }, async (tx) => {
    const item = (await findWorkItem(tx, asked.itemId)) ?? refuse('agency.no_longer_waits')
    if (isLetter(item.kind)) return item.subjectId
    await take(tx, actor, item, asked, app.clock.now())
    return null
  })
  if (letterId) await takeCase(app, actor, { letterId, ...asked })
}

// oxlint-disable-next-line max-params -- who takes what, how, and when.
async function take(tx: Tx, actor: AgentActor, item: KeptItem, asked: Asked, now: Date) {
  const holder = holderOf(item, now)
  const isOthers = holder !== null && holder !== actor.id
  if (isOthers && actor.role !== 'supervisor') refuse('agency.in_other_hands')
  if (isOthers && holder !== asked.holder) refuse('web.changed_meanwhile')
  const hands = asked.release ? null : actor.id
  if (hands) await refuseOwnCompany(tx, actor, item.employerNumber)
  if (hands && item.kind === 'claim') await noteTaken(tx, actor, item.subjectId, now)
  if (!(await saveHands(tx, item, hands, now))) refuse('web.changed_meanwhile')
  await record(tx, actor, now, {
    action: asked.release ? 'work.released' : 'work.taken',
    subject: { kind: item.kind, id: item.subjectId },
    details: { work: item.kind, reference: item.reference },
  })
}
