import type { AgentActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { isShown, type QueueFilter, type QueueItem, queueOf } from './queue.ts'
import { countNewcomers } from '../members/store/newcomers.ts'
import { countOpenAlerts } from '../members/store/reading-alerts.ts'
import { listHolidays } from '../parameters/parameters.ts'
import { listWaitingLetters } from './store/queue.ts'

export interface Queue {
  readonly items: readonly QueueItem[]
  readonly page: number
  readonly pages: number
  /** Of everything that waits for an agent, whatever the filter. */
  readonly waiting: number
  readonly overdue: number
  /** What waits beside the letters. */
  readonly openWork: OpenWork
}

export interface OpenWork {
  readonly newcomers: number
  readonly alerts: number
}

const perPage = 50

/** The work of the agency, by its clock (product G1). */
export async function readQueue(
  app: AppContext,
  actor: AgentActor,
  filter: QueueFilter,
  page: number,
): Promise<Queue> {
  const { letters, holidays, openWork } = await app.db.transaction(
    { as: 'agency' },
    async (tx) => ({
      letters: await listWaitingLetters(tx),
      holidays: await listHolidays(tx),
      openWork: {
        newcomers: await countNewcomers(tx, { words: '' }),
        alerts: await countOpenAlerts(tx),
      },
    }),
  )
  const all = queueOf(letters, { agentId: actor.id, now: app.clock.now(), holidays })
  const shown = all.filter((item) => isShown(item, filter))
  const pages = Math.max(1, Math.ceil(shown.length / perPage))
  const current = Math.min(Math.max(1, page), pages)
  const toDo = { kind: null, state: 'waiting', mine: false, overdue: false } as const
  return {
    items: shown.slice((current - 1) * perPage, current * perPage),
    page: current,
    pages,
    waiting: all.filter((item) => isShown(item, toDo)).length,
    overdue: all.filter((item) => isShown(item, { ...toDo, overdue: true })).length,
    openWork,
  }
}
