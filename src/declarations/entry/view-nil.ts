import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Membership } from '../../members/member.ts'
import { listExpectedMembers } from '../prepared-file.ts'
import { readInHand } from '../read-in-hand.ts'
import { getPeriod, type OpenPeriod, type Workspace } from '../workspace.ts'
import { findCurrentCheck } from './store/checks.ts'
import { findSentId, periodOf, type PeriodText } from './load-sheet.ts'
import { findDraft } from './store/drafts.ts'

export interface NilView {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  readonly expected: readonly Membership[]
  /** Work in progress for the period, which this declaration sets aside. */
  readonly replaces: boolean
}

/** What is asked before a quarter is declared with nothing in it. */
export async function viewNil(
  app: AppContext,
  actor: EmployedActor,
  { category, quarter }: PeriodText,
): Promise<NilView | { readonly sentId: string }> {
  return readInHand(app, actor, async (tx, workspace) => {
    const period = getPeriod(workspace, category, quarter)
    const about = periodOf(period)
    const sentId = await findSentId(tx, actor.employerId, about)
    if (sentId) return { sentId }
    const check = await findCurrentCheck(tx, actor.employerId, about)
    const draft = await findDraft(tx, actor.employerId, about)
    return {
      workspace,
      period,
      expected: await listExpectedMembers(tx, actor, period),
      replaces: check !== undefined || (draft?.version ?? 0) > 0,
    }
  })
}
