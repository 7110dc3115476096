import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { countReading } from '../../members/count-reading.ts'
import { findRowKeys } from '../entry/store/checks.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { type Declaration, findDeclaration } from '../store/declarations.ts'
import { type Change, type ChangeKind, sinceSent } from './change.ts'
import { comparedWith, findBefore } from './compare.ts'
import { countChanges, listChanges } from './store.ts'

export interface ChangesView {
  readonly declaration: Declaration
  readonly before: Declaration
  readonly kind: ChangeKind
  readonly count: number
  readonly changes: readonly Change[]
  readonly page: number
  readonly pages: number
  /** Made of a sheet: its lines are corrected there. */
  readonly isOfSheet: boolean
}

const perPage = 50

/** The members behind one number of what changed, counted as read (quality AT59). */
export async function viewChanges(
  app: AppContext,
  actor: EmployedActor,
  id: string,
  { kind, page }: { readonly kind: ChangeKind; readonly page: number },
): Promise<ChangesView> {
  const { employerId } = actor
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    const isRevision = sinceSent.some((one) => one === kind)
    const before = isRevision
      ? declaration.replaces && (await findDeclaration(tx, employerId, declaration.replaces))
      : await findBefore(tx, employerId, declaration)
    if (!before) return refuse('web.not_found')
    const compared = await comparedWith(tx, workspace, declaration, before)
    const count = (await countChanges(tx, employerId, compared, [kind]))[kind]
    const pages = Math.max(1, Math.ceil(count / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    const where = { limit: perPage, offset: (shown - 1) * perPage }
    const changes = await listChanges(tx, employerId, { ...compared, kind }, where)
    await countReading(tx, actor, changes.length, app.clock.now())
    const isOfSheet = (await findRowKeys(tx, employerId, id)) !== undefined
    return { declaration, before, kind, count, changes, page: shown, pages, isOfSheet }
  })
}
