import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { Quarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { FindingRow } from '../store.ts'
import { findChecksOf } from './check-store.ts'
import { loadSheet, type OpenSheet, type PeriodText } from './load-sheet.ts'
import { listFindingsOf } from './row-findings.ts'
import type { Row } from './row.ts'

/** What the page of a new member needs: the period, and those who may come back. */
export async function viewNewMember(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
): Promise<Pick<OpenSheet, 'period' | 'former'>> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, (tx) =>
    loadSheet(tx, app, actor, period),
  )
}

export interface MemberView extends Pick<OpenSheet, 'period'> {
  readonly row: Row
  /** The quarter of their last salary. */
  readonly last: Quarter | null
  /** What the latest check asks about them. */
  readonly findings: readonly FindingRow[]
}

/** Somebody on the sheet. */
export async function viewMember(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
  key: string,
): Promise<MemberView> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const open = await loadSheet(tx, app, actor, period)
    const row = open.sheet.rows.find((one) => one.key === key) ?? refuse('web.not_found')
    const checks = Object.values(await findChecksOf(tx, actor.employerId, open))
    const findings = await listFindingsOf(tx, actor.employerId, [row], checks)
    const last = open.sheet.lastQuarter
    return { period: open.period, row, last, findings: findings.get(key) ?? [] }
  })
}
