import { showStatement } from '../../access/show-statement.ts'
import type { ShownStatement } from '../../access/statement.ts'
import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { findEmployer, getEmployer } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Paging, pagingOf } from '../../web/paging.ts'
import { getReviewer } from '../store/reviews.ts'
import { countTakeouts, getTakeout, listTakeouts } from './store/takeouts.ts'
import { takeoutStatement } from './takeout-wording.ts'
import { canCollect, isAsker, isOpen, type Takeout } from './takeout.ts'

export interface TakeoutsView {
  readonly employer: Employer
  readonly takeouts: readonly Takeout[]
  /** On every page together. */
  readonly count: number
  readonly paging: Paging
  readonly isOwnEmployer: boolean
  readonly now: Date
}

export interface TakeoutView {
  readonly employer: Employer
  readonly takeout: Takeout
  readonly isAsker: boolean
  readonly isOwnEmployer: boolean
  readonly isOpen: boolean
  readonly mayCollect: boolean
  /** What the reader would agree to; null when nothing waits for them. */
  readonly statement: ShownStatement | null
}

const perPage = 20

type Context = Pick<AppContext, 'db' | 'clock'>

/** What was asked about a company; the look is in its own trail (product G7). */
export async function readTakeouts(
  app: Context,
  actor: AgentActor,
  { employerId, page }: { readonly employerId: string; readonly page: number },
): Promise<TakeoutsView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, employerId)) ?? refuse('web.not_found')
    const isOwnEmployer = await isOwn(tx, actor, employer)
    await noteLook(tx, actor, employerId, app.clock.now())
    const count = await countTakeouts(tx, employerId)
    const paging = pagingOf(count, page, perPage)
    const takeouts = await listTakeouts(tx, employerId, paging)
    return { employer, takeouts, count, paging, isOwnEmployer, now: app.clock.now() }
  })
}

export async function readTakeout(
  app: AppContext,
  actor: AgentActor,
  id: string,
): Promise<TakeoutView> {
  const view = await readOne(app, actor, id)
  const { takeout, employer } = view
  const mayAgree = takeout.state === 'waiting' && !view.isAsker && !view.isOwnEmployer
  const statement = mayAgree
    ? await showStatement(app, actor, takeoutStatement(takeout, employer))
    : null
  return { ...view, statement }
}

async function readOne(
  app: Context,
  actor: AgentActor,
  id: string,
): Promise<Omit<TakeoutView, 'statement'>> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const takeout = await getTakeout(tx, id)
    const employer = await getEmployer(tx, takeout.employerId)
    await noteLook(tx, actor, employer.id, app.clock.now())
    return {
      employer,
      takeout,
      isAsker: isAsker(takeout, await getReviewer(tx, actor)),
      isOwnEmployer: await isOwn(tx, actor, employer),
      isOpen: isOpen(takeout, app.clock.now()),
      mayCollect: canCollect(takeout, actor.id, app.clock.now()),
    }
  })
}

async function isOwn(tx: Tx, actor: AgentActor, { number }: Employer): Promise<boolean> {
  return (await getReviewer(tx, actor)).ownEmployerNumber === number
}

function noteLook(tx: Tx, actor: AgentActor, employerId: string, at: Date): Promise<void> {
  const subject = { kind: 'employer', id: employerId }
  return record(tx, actor, at, { action: 'employer.viewed', subject, employerId })
}
