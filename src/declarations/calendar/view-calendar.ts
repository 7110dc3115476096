import type { EmployedActor } from '../../actors/actor.ts'
import { compareQuarters, type LocalDate, type Quarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { add } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { declarationDueOn, type Period, quartersOwed } from '../declaration.ts'
import { type Deposit, percentOf } from '../deposits/deposit.ts'
import { listUnderWay } from '../deposits/store/deposits.ts'
import { listBegunSheets } from '../entry/store/drafts.ts'
import { readInHand } from '../read-in-hand.ts'
import { type CategoryTerms, type Declaration, listDeclarations } from '../store/declarations.ts'
import type { Workspace } from '../workspace.ts'
import { type Arriving, byUrgency, type CalendarEntry, type PeriodState } from './calendar-entry.ts'
import { countDoubtfulLines } from './store.ts'

export interface CalendarView {
  readonly today: LocalDate
  readonly employerName: string
  readonly hasCategories: boolean
  /** Still to declare, the most urgent first. */
  readonly open: readonly CalendarEntry[]
  readonly sent: readonly CalendarEntry[]
}

/** The quarters that the company owes, category by category (product D1). */
export async function viewCalendar(app: AppContext, actor: EmployedActor): Promise<CalendarView> {
  return readInHand(app, actor, async (tx, workspace) => {
    const entries = await listEntries(tx, actor, workspace)
    return {
      today: workspace.today,
      employerName: workspace.employerName,
      hasCategories: workspace.terms.length > 0,
      open: entries.filter(({ state }) => state !== 'sent').sort(byUrgency),
      sent: entries.filter(({ state }) => state === 'sent'),
    }
  })
}

interface Standing {
  readonly declared: readonly Declaration[]
  readonly doubtful: ReadonlyMap<string, number>
  readonly arriving: readonly Deposit[]
  readonly typed: readonly Period[]
}

async function listEntries(
  tx: Tx,
  { employerId, id: profileId }: EmployedActor,
  workspace: Workspace,
): Promise<CalendarEntry[]> {
  const categories = workspace.terms.map((one) => one.category)
  const standing = {
    declared: await listDeclarations(tx, employerId, categories),
    doubtful: await countDoubtfulLines(tx, employerId),
    arriving: await listUnderWay(tx, employerId, { categories, profileId, at: workspace.now }),
    typed: await listBegunSheets(tx, employerId),
  }
  return workspace.terms.flatMap((terms) =>
    quartersOwed(terms, workspace.today).map((quarter) =>
      entryOf(workspace, standing, terms, quarter),
    ),
  )
}

// oxlint-disable-next-line max-params -- a cell is of a workspace, of what stands, of a category and of a quarter
function entryOf(
  workspace: Workspace,
  standing: Standing,
  { category, label }: CategoryTerms,
  quarter: Quarter,
): CalendarEntry {
  const isOfIt = (one: Period) =>
    one.category === category && compareQuarters(one.quarter, quarter) === 0
  const own = standing.declared.filter(isOfIt)
  const sent = own.find(({ state }) => state === 'sent')
  const open = own.find(({ state }) => state === 'checked')
  const current = sent ?? open
  const arriving = arrivingFor(standing.arriving, { category, quarter })
  return {
    category,
    label,
    quarter,
    dueOn: declarationDueOn(quarter, workspace.allowedDays),
    ...(sent
      ? { state: 'sent', linesLeft: 0 }
      : standingOf(standing, { open, arriving, isTyped: standing.typed.some(isOfIt) })),
    declarationId: current?.id ?? null,
    total: current ? add(current.employee, current.employer) : null,
    members: current?.acceptedLines ?? 0,
    isNil: current?.madeBy === 'nil',
    arriving,
    revision: sent && open ? open.id : null,
  }
}

/** What is being checked comes before what is still on its way. */
function arrivingFor(deposits: readonly Deposit[], { category, quarter }: Period): Arriving | null {
  const own = deposits.filter(
    ({ period }) => period?.category === category && compareQuarters(period.quarter, quarter) === 0,
  )
  const one = own.find(({ state }) => state === 'received') ?? own[0]
  return one
    ? { depositId: one.id, isChecked: one.state === 'received', percent: percentOf(one) }
    : null
}

interface UnderWay {
  readonly open: Declaration | undefined
  readonly arriving: Arriving | null
  readonly isTyped: boolean
}

function standingOf(
  { doubtful }: Standing,
  { open, arriving, isTyped }: UnderWay,
): { readonly state: PeriodState; readonly linesLeft: number } {
  if (arriving) return { state: 'receiving', linesLeft: 0 }
  if (!open) return { state: isTyped ? 'typing' : 'to_declare', linesLeft: 0 }
  const wrong = open.lines - open.acceptedLines
  if (wrong > 0 || open.lines === 0) return { state: 'to_correct', linesLeft: wrong }
  const doubts = doubtful.get(open.id) ?? 0
  return doubts > 0 ? { state: 'to_confirm', linesLeft: doubts } : { state: 'ready', linesLeft: 0 }
}
