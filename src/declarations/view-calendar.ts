import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { CalendarEntry } from './declaration.ts'
import { readInHand } from './read-in-hand.ts'
import { listCalendar } from './workspace.ts'

export async function viewCalendar(app: AppContext, actor: EmployedActor) {
  return readInHand(app, actor, async (tx, workspace) => ({
    entries: await listCalendar(tx, actor, workspace),
    employerName: workspace.employerName,
    hasCategories: workspace.terms.length > 0,
  })) satisfies Promise<{ entries: CalendarEntry[]; employerName: string; hasCategories: boolean }>
}
