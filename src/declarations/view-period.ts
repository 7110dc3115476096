import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { readArrivals } from './deposits/arrivals.ts'
import { findSentId, readSheet } from './entry/load-sheet.ts'
import { type Sheet } from './entry/sheet.ts'
import { firstOf } from './entry/tranches.ts'
import { countExpectedMembers } from './prepared-file.ts'
import { readInHand } from './read-in-hand.ts'
import { getPeriod } from './workspace.ts'

export async function viewPeriod(
  app: AppContext,
  actor: EmployedActor,
  category: string,
  quarter: string,
) {
  return readInHand(app, actor, async (tx, workspace) => {
    const period = getPeriod(workspace, category, quarter)
    const isTyped = workspace.mode === 'form'
    const first = isTyped ? firstOf(workspace.terms, period.terms) : undefined
    const sentOf = async (of: string) =>
      (await findSentId(tx, actor.employerId, { category: of, quarter: period.quarter })) ?? null
    const sheet: Sheet | null =
      isTyped && !first
        ? (await readSheet(tx, app, actor.employerId, { workspace, period })).sheet
        : null
    return {
      workspace,
      period,
      expected: await countExpectedMembers(tx, actor, period),
      /** What the form of this period holds so far, for those whose mandate says form. */
      sheet,
      /** The category whose sheet holds this one's salaries too, as their second tranche; and its declaration, once sent. */
      first: first ? { category: first.category, sentId: await sentOf(first.category) } : null,
      sentId: await sentOf(category),
      arrivals: await readArrivals(tx, actor, { category, quarter: period.quarter }),
    }
  })
}
