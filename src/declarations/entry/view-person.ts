import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Quarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { countReading, weightOfPage } from '../../members/count-reading.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { FindingRow } from '../store/declarations.ts'
import { findChecksOf } from './store/checks.ts'
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

/** Somebody on the sheet, counted as read and, when the fund knows them, told in the trail (quality AT59). */
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
    await tellReading(tx, app, actor, row)
    return { period: open.period, row, last, findings: findings.get(key) ?? [] }
  })
}

async function tellReading(tx: Tx, app: AppContext, actor: EmployedActor, row: Row): Promise<void> {
  const now = app.clock.now()
  await countReading(tx, actor, weightOfPage, now)
  if (row.kind === 'new') return
  await record(tx, actor, now, {
    action: 'member.viewed',
    subject: { kind: 'membership', id: row.key },
    details: { number: row.civil.memberNumber ?? '' },
  })
}
