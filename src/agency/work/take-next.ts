import type { AgentActor } from '../../actors/actor.ts'
import { Refusal } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { getReviewer } from '../store/reviews.ts'
import { listClaimable } from './store/work-items.ts'
import { takeWork } from './take-work.ts'
import type { KeptItem, WorkFilter } from './work-item.ts'
import { pageOf, sharesPage } from './work-kinds.ts'

/** Enough for as many agents who ask in the same instant. */
const tried = 20

/**
 * Takes the most urgent case that this agent may decide, of those that the filter shows, and says which; nothing when
 * nothing is left. Two agents who ask at once get two cases (product G1).
 */
export async function takeNext(
  app: AppContext,
  actor: AgentActor,
  asked: { readonly filter: WorkFilter /** The page to leave. */; readonly here: string },
): Promise<KeptItem | undefined> {
  const candidates = await app.db.transaction({ as: 'agency' }, async (tx) => {
    const { ownEmployerNumber } = await getReviewer(tx, actor)
    const isSupervisor = actor.role === 'supervisor'
    const asking = { agentId: actor.id, now: app.clock.now(), isSupervisor, ownEmployerNumber }
    return listClaimable(tx, asked.filter, asking, tried)
  })
  for (const item of candidates) {
    if (!isOn(asked.here, item) && (await isTaken(app, actor, item))) return item
  }
  return undefined
}

/** The page of this case, or a form of it that came back; a page of several cases is left by none of them. */
function isOn(here: string, item: KeptItem): boolean {
  const page = pageOf(item)
  if (sharesPage(item.kind)) return false
  const [own = page] = page.split('#')
  return here === own || here.startsWith(`${own}/`)
}

/** Somebody else may have been quicker: that is no fault, the next one is tried. */
async function isTaken(app: AppContext, actor: AgentActor, item: KeptItem): Promise<boolean> {
  try {
    await takeWork(app, actor, { itemId: item.id, release: false, holder: null })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
