import type { EmployedActor, ProfileActor } from '../../actors/actor.ts'
import { Refusal } from '../../actors/refusal.ts'
import { noteRefusal } from '../../audit/note-refusal.ts'
import type { AppContext } from '../../context.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { sendDeclaration } from '../send-declaration.ts'
import { fewAtOnce } from './few-at-once.ts'
import type { Chosen } from './ready.ts'
import { listEmployersOf } from './store/firms.ts'

export interface SentReady {
  readonly sent: number
  readonly companies: number
  /** Those that did not go: changed since they were shown, or no longer this person's to send. */
  readonly left: number
}

/**
 * Sends what was chosen, each declaration in a transaction of its own company: one that cannot go holds back no other
 * (product D9). Sent again, nothing goes twice.
 */
export async function sendReady(
  app: AppContext,
  actor: ProfileActor,
  chosen: readonly Chosen[],
): Promise<SentReady> {
  const ids = chosen.map((one) => one.declarationId).filter(isRowId)
  const employers = await app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listEmployersOf(tx, ids),
  )
  const sentFor: string[] = []
  await fewAtOnce(chosen, async (one) => {
    const employerId = employers.get(one.declarationId)
    if (employerId && (await sendOne(app, { ...actor, employerId }, one))) sentFor.push(employerId)
  })
  return {
    sent: sentFor.length,
    companies: new Set(sentFor).size,
    left: chosen.length - sentFor.length,
  }
}

async function sendOne(app: AppContext, actor: EmployedActor, chosen: Chosen): Promise<boolean> {
  try {
    await sendDeclaration(app, actor, chosen)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await noteRefusal(app, actor, 'declaration.send', error)
    return false
  }
}
