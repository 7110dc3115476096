import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  deleteView,
  listViews,
  saveDefaultView,
  saveView,
  saveViewName,
  type WorkView,
} from './store/work-views.ts'

/** More tabs than that help nobody. */
const mostViews = 12

/** The view that opens the queue for this agent, if they chose one. */
export async function readFirstView(
  app: Pick<AppContext, 'db'>,
  actor: AgentActor,
): Promise<string | null> {
  const views = await app.db.transaction({ as: 'agency' }, (tx) => listViews(tx, actor.id))
  return views.find((view) => view.isDefault)?.query ?? null
}

/** Names what the agent sees, for this agent alone (product G1); says whether the name was that of another view. */
export async function keepView(
  app: AppContext,
  actor: AgentActor,
  view: Pick<WorkView, 'name' | 'query' | 'isDefault'>,
): Promise<'kept' | 'replaced'> {
  const { name, query, isDefault } = view
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const views = await listViews(tx, actor.id)
    const isNew = views.every((one) => one.name !== name)
    if (isNew && views.length >= mostViews) refuse('agency.too_many_views')
    const now = app.clock.now()
    const id = await saveView(tx, actor.id, { name, query }, now)
    if (isDefault) await saveDefaultView(tx, actor.id, id)
    await record(tx, actor, now, {
      action: 'work_view.saved',
      subject: { kind: 'work_view', id },
      details: { name },
    })
    return isNew ? 'kept' : 'replaced'
  })
}

export type ViewAct =
  | { readonly act: 'open_first' | 'ordinary' | 'forget' }
  | { readonly act: 'rename'; readonly name: string }

/** An agent's own view has another name, opens the queue, no longer does, or is forgotten. Gives what it showed. */
export async function changeView(
  app: AppContext,
  actor: AgentActor,
  asked: { readonly id: string } & ViewAct,
): Promise<string> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const views = await listViews(tx, actor.id)
    const view = views.find((one) => one.id === asked.id) ?? refuse('web.not_found')
    if (asked.act === 'forget') await deleteView(tx, actor.id, view.id)
    else if (asked.act === 'rename') await rename(tx, actor, views, { ...view, name: asked.name })
    else await saveDefaultView(tx, actor.id, asked.act === 'open_first' ? view.id : null)
    await record(tx, actor, app.clock.now(), {
      action: asked.act === 'forget' ? 'work_view.forgotten' : 'work_view.saved',
      subject: { kind: 'work_view', id: view.id },
      details: { name: asked.act === 'rename' ? asked.name : view.name },
    })
    return view.query
  })
}

// oxlint-disable-next-line max-params -- whose view, among which, and what it becomes
async function rename(tx: Tx, { id }: AgentActor, views: readonly WorkView[], view: WorkView) {
  const { name } = view
  if (views.some((other) => other.name === name && other.id !== view.id))
    refuse('agency.view_name_taken', { name })
  await saveViewName(tx, id, view)
}
