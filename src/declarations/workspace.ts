import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { findMandateInForce } from '../access/mandates-in-force.ts'
import {
  compareQuarters,
  type LocalDate,
  parseQuarter,
  type Quarter,
  todayIn,
} from '../calendar/index.ts'
import type { DataContext } from '../data-context.ts'
import { getEmployer } from '../employers/find-employer.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import {
  type CalendarEntry,
  declarationDueOn,
  isOpen,
  type Period,
  quartersOwed,
} from './declaration.ts'
import { type Deposit, percentOf } from './deposits/deposit.ts'
import { listUnderWay } from './deposits/store.ts'
import { type PublishedRates, readPublishedRates, termsOn } from './published-rates.ts'
import { type CategoryTerms, type Declaration, listDeclarations, listTerms } from './store.ts'

/** What a declarant works in: their mandate for the company in hand, and the terms of its categories. */
export interface Workspace {
  readonly now: Date
  readonly today: LocalDate
  readonly employerNumber: string
  readonly employerName: string
  readonly mode: 'prepared_file' | 'form'
  readonly terms: readonly CategoryTerms[]
  readonly allowedDays: number
  readonly publishedRates: PublishedRates
}

/** Opens the workspace, or refuses when the mandate is no longer in force. */
export async function openWorkspace(
  tx: Tx,
  app: Pick<DataContext, 'clock'>,
  actor: EmployedActor,
): Promise<Workspace> {
  const today = todayIn(app.clock)
  const mandate = await findMandateInForce(tx, actor.id, actor.employerId, today)
  if (!mandate) return refuse('declarations.no_mandate')
  const employer = await getEmployer(tx, actor.employerId)
  return {
    now: app.clock.now(),
    today,
    employerNumber: employer.number,
    employerName: employer.name,
    mode: mandate.mode,
    terms: await listTerms(tx, actor.employerId, mandate.categories),
    allowedDays: await getParameter(tx, 'declaration_due_days', today),
    publishedRates: await readPublishedRates(tx),
  }
}

export interface OpenPeriod {
  readonly terms: CategoryTerms
  readonly quarter: Quarter
  readonly dueOn: LocalDate
}

/** A period of a URL: one of the mandate's categories, in a quarter that may be declared. */
export function getPeriod(workspace: Workspace, category: string, quarterText: string): OpenPeriod {
  const terms = workspace.terms.find((one) => one.category === category)
  const quarter = parseQuarter(quarterText)
  if (!terms || !quarter.ok || !isOpen(terms, quarter.value, workspace.today))
    return refuse('web.not_found')
  return {
    terms: termsOn(terms, workspace.publishedRates, quarter.value),
    quarter: quarter.value,
    dueOn: declarationDueOn(quarter.value, workspace.allowedDays),
  }
}

/** The calendar: late ones first, then the newest (product D1). */
export async function listCalendar(
  tx: Tx,
  actor: EmployedActor,
  workspace: Workspace,
): Promise<CalendarEntry[]> {
  const categories = workspace.terms.map((one) => one.category)
  const declared = await listDeclarations(tx, actor.employerId, categories)
  const under = { categories, profileId: actor.id, at: workspace.now }
  const arriving = await listUnderWay(tx, actor.employerId, under)
  const entries = workspace.terms.flatMap((terms) =>
    quartersOwed(terms, workspace.today).map((quarter) => ({
      ...entryOf(workspace, terms, quarter, declared),
      arriving: arrivingFor(arriving, { category: terms.category, quarter }),
    })),
  )
  return entries.sort(
    (a, b) =>
      Number(a.state === 'sent') - Number(b.state === 'sent') ||
      (a.state === 'sent'
        ? compareQuarters(b.quarter, a.quarter)
        : compareQuarters(a.quarter, b.quarter)) ||
      a.category.localeCompare(b.category),
  )
}

/** What is being checked comes before what is still on its way. */
function arrivingFor(
  deposits: readonly Deposit[],
  { category, quarter }: Period,
): CalendarEntry['arriving'] {
  const own = deposits.filter(
    ({ period }) => period?.category === category && compareQuarters(period.quarter, quarter) === 0,
  )
  const one = own.find(({ state }) => state === 'received') ?? own[0]
  return one
    ? { depositId: one.id, isChecked: one.state === 'received', percent: percentOf(one) }
    : null
}

function entryOf(
  workspace: Workspace,
  terms: CategoryTerms,
  quarter: Quarter,
  declared: readonly Declaration[],
): Omit<CalendarEntry, 'arriving'> {
  const own = declared.filter(
    (one) => one.category === terms.category && compareQuarters(one.quarter, quarter) === 0,
  )
  const current = own.find((one) => one.state === 'sent') ?? own[0]
  const dueOn = declarationDueOn(quarter, workspace.allowedDays)
  return {
    category: terms.category,
    label: terms.label,
    quarter,
    dueOn,
    isLate: current?.state !== 'sent' && dueOn < workspace.today,
    state: current?.state === 'sent' ? 'sent' : current ? 'checked' : 'to_declare',
    declarationId: current?.id ?? null,
    total: current ? sumOf(current) : null,
  }
}

function sumOf(declaration: Declaration) {
  return (declaration.employee + declaration.employer) as Declaration['salary']
}
