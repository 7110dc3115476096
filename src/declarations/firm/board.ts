import { compareQuarters, type LocalDate, type Quarter } from '../../calendar/index.ts'
import { type Dirhams, sum, zeroDirhams } from '../../money/index.ts'
import { fundLetters } from '../checking/text-forms.ts'
import { type ActiveCategory, declarationDueOn, quartersOwed } from '../declaration.ts'

export const taskStates = ['late', 'due', 'in_progress', 'ready'] as const
export type TaskState = (typeof taskStates)[number]

/** A check in progress, with what the page of a sending shows. */
export interface Check {
  readonly id: string
  readonly version: number
  readonly quarter: Quarter
  readonly lines: number
  readonly salary: Dirhams
  readonly total: Dirhams
  /** It could be sent as it is. */
  readonly isReady: boolean
  /** Made of the sheet of its quarter. */
  readonly isOfSheet: boolean
}

/** A period that a company still owes: where it stands, and where the work goes on. */
export interface Task {
  readonly category: string
  readonly quarter: Quarter
  readonly dueOn: LocalDate
  readonly isLate: boolean
  readonly state: TaskState
  readonly check: Check | null
  /** The form is begun. */
  readonly hasDraft: boolean
}

export interface Company {
  readonly id: string
  readonly name: string
  readonly number: string
}

/** One company of the board. */
export interface BoardRow {
  readonly company: Company
  readonly mode: 'prepared_file' | 'form'
  readonly untilOn: LocalDate | null
  readonly categories: readonly string[]
  /** By due day. */
  readonly tasks: readonly Task[]
  /** The latest quarter sent, all categories together. */
  readonly lastSent: { readonly quarter: Quarter; readonly total: Dirhams } | null
}

/** What is known of one category that a mandate grants. */
export interface Granted {
  readonly company: Company
  readonly mode: 'prepared_file' | 'form'
  readonly untilOn: LocalDate | null
  readonly category: ActiveCategory
  readonly sent: readonly { readonly quarter: Quarter; readonly total: Dirhams }[]
  readonly checks: readonly Check[]
  readonly drafts: readonly Quarter[]
}

/** The board: what each company owes by the same rule as its own calendar (`quartersOwed`). */
export function boardRows(
  granted: readonly Granted[],
  { today, allowedDays }: { readonly today: LocalDate; readonly allowedDays: number },
): BoardRow[] {
  const byCompany = new Map<string, Granted[]>()
  for (const one of granted)
    byCompany.set(one.company.id, [...(byCompany.get(one.company.id) ?? []), one])
  return [...byCompany.values()].flatMap((categories) => {
    const [first] = categories
    if (!first) return []
    const { company, mode, untilOn } = first
    const tasks = categories.flatMap((one) => tasksOf(one, today, allowedDays)).sort(byDueDay)
    return [
      {
        company,
        mode,
        untilOn,
        categories: categories.map((one) => one.category.category).sort(),
        tasks,
        lastSent: lastSentOf(categories),
      },
    ]
  })
}

function tasksOf(granted: Granted, today: LocalDate, allowedDays: number): Task[] {
  return quartersOwed(granted.category, today).flatMap((quarter) => {
    const same = (one: Quarter) => compareQuarters(one, quarter) === 0
    if (granted.sent.some((one) => same(one.quarter))) return []
    const check = granted.checks.find((one) => same(one.quarter)) ?? null
    const hasDraft = granted.drafts.some(same)
    const dueOn = declarationDueOn(quarter, allowedDays)
    const isLate = dueOn < today
    const state = check?.isReady
      ? 'ready'
      : check || hasDraft
        ? 'in_progress'
        : isLate
          ? 'late'
          : 'due'
    return [{ category: granted.category.category, quarter, dueOn, isLate, state, check, hasDraft }]
  })
}

function byDueDay(one: Task, other: Task): number {
  return compareText(one.dueOn, other.dueOn) || compareText(one.category, other.category)
}

function lastSentOf(categories: readonly Granted[]): BoardRow['lastSent'] {
  const sent = categories.flatMap((one) => one.sent)
  const [last] = [...sent].sort((a, b) => compareQuarters(b.quarter, a.quarter))
  if (!last) return null
  const same = sent.filter((one) => compareQuarters(one.quarter, last.quarter) === 0)
  return { quarter: last.quarter, total: sum(same.map((one) => one.total)) }
}

export const boardOrders = ['due', 'name', 'amount'] as const
export type BoardOrder = (typeof boardOrders)[number]

/** What of the board is looked at: kept in the address. */
export interface BoardLook {
  readonly state: TaskState | 'sent' | null
  /** Part of a name or number. */
  readonly search: string
  readonly order: BoardOrder
  readonly page: number
}

const companiesOnPage = 50

export interface ShownBoard {
  readonly rows: readonly BoardRow[]
  readonly page: number
  readonly pages: number
  readonly count: number
}

export function shownBoard(rows: readonly BoardRow[], look: BoardLook): ShownBoard {
  const kept = rows.filter((row) => hasState(row, look.state) && matches(row, look.search))
  const pages = Math.max(1, Math.ceil(kept.length / companiesOnPage))
  const page = Math.min(Math.max(1, look.page), pages)
  const ordered = kept.sort(orders[look.order])
  const from = (page - 1) * companiesOnPage
  return { rows: ordered.slice(from, from + companiesOnPage), page, pages, count: kept.length }
}

function hasState({ tasks }: BoardRow, state: BoardLook['state']): boolean {
  if (state === null) return true
  if (state === 'sent') return tasks.length === 0
  // Late is late, even when somebody has begun.
  if (state === 'late') return tasks.some((task) => task.isLate)
  return tasks.some((task) => task.state === state)
}

function matches({ company }: BoardRow, search: string): boolean {
  const wanted = fundLetters(search).trim()
  return [fundLetters(company.name), company.number].some((text) => text.includes(wanted))
}

const orders: Readonly<Record<BoardOrder, (one: BoardRow, other: BoardRow) => number>> = {
  due: (one, other) =>
    compareText(one.tasks[0]?.dueOn ?? '9999', other.tasks[0]?.dueOn ?? '9999') ||
    orders.name(one, other),
  name: (one, other) =>
    one.company.name.localeCompare(other.company.name, 'fr') ||
    compareText(one.company.number, other.company.number),
  amount: (one, other) => Number(amountOf(other) - amountOf(one)) || orders.name(one, other),
}

/** What waits to be sent; otherwise what was sent last. */
function amountOf({ tasks, lastSent }: BoardRow): Dirhams {
  const checked = tasks.flatMap(({ check }) => (check ? [check.total] : []))
  return checked.length > 0 ? sum(checked) : (lastSent?.total ?? zeroDirhams)
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** How many companies are in each state: what the filter offers. */
export function countStates(
  rows: readonly BoardRow[],
): Readonly<Record<TaskState | 'sent', number>> {
  const count = (state: TaskState | 'sent') => rows.filter((row) => hasState(row, state)).length
  return {
    late: count('late'),
    due: count('due'),
    in_progress: count('in_progress'),
    ready: count('ready'),
    sent: count('sent'),
  }
}
