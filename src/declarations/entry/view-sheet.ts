import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { countReading } from '../../members/count-reading.ts'
import type { FindingRow } from '../store/declarations.ts'
import { type CurrentCheck, findChecksOf } from './store/checks.ts'
import {
  findClosing,
  openForm,
  type OpenSheet,
  periodOf,
  type PeriodText,
  readSheet,
} from './load-sheet.ts'
import { listFindingsOf } from './row-findings.ts'
import { readRow, type Row } from './row.ts'
import { type Look, pageOf, type Progress, progressOf, type Shown, shownOf } from './sheet.ts'
import { ratesOf, type SheetTotals, totalsOf } from './totals.ts'

export interface SheetView extends OpenSheet {
  readonly shown: Shown
  readonly progress: Progress
  /** Of the whole sheet, and of what is not on this page: what is typed is added to the second. */
  readonly totals: SheetTotals
  readonly elsewhere: SheetTotals
  /** Rows of other pages with a mistake in them, by name. */
  readonly wrongElsewhere: readonly Row[]
  readonly check: CurrentCheck | undefined
  /** Of the second tranche, which is a declaration of its own. */
  readonly secondCheck: CurrentCheck | undefined
  /** What the latest check asks, by row. */
  readonly findings: ReadonlyMap<string, readonly FindingRow[]>
}

export interface AskedLook extends Look {
  /** The row to open the page at, instead of a page number. */
  readonly at: string | null
}

/** The page of a sheet, its people counted as read (quality AT59); or, once the period is declared, the declaration. */
export async function viewSheet(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
  look: AskedLook,
): Promise<SheetView | { readonly sentId: string }> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const form = await openForm(tx, app, actor, period)
    const sentId = await findClosing(tx, actor.employerId, periodOf(form.period))
    if (sentId) return { sentId }
    const view = await lookAt(tx, actor, await readSheet(tx, app, actor.employerId, form), look)
    await countReading(tx, actor, view.shown.rows.length, app.clock.now())
    return view
  })
}

async function lookAt(
  tx: Tx,
  actor: EmployedActor,
  open: OpenSheet,
  look: AskedLook,
): Promise<SheetView> {
  const { sheet, period } = open
  const page = look.at === null ? look.page : pageOf(sheet, look.at)
  const shown = shownOf(sheet, period.quarter, { ...look, page })
  const onPage = new Set(shown.rows)
  const others = sheet.rows.filter((row) => !onPage.has(row))
  const rates = ratesOf(open)
  const checks = await findChecksOf(tx, actor.employerId, open)
  return {
    ...open,
    shown,
    progress: progressOf(sheet, period.quarter),
    totals: totalsOf(sheet.rows, period.quarter, rates),
    elsewhere: totalsOf(others, period.quarter, rates),
    wrongElsewhere: others.filter((row) => readRow(row, period.quarter).state === 'wrong'),
    ...checks,
    findings: await listFindingsOf(tx, actor.employerId, shown.rows, Object.values(checks)),
  }
}
