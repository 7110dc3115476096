import type { CompanyActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { findKeyCategories } from '../access/machine-keys/store/keys.ts'
import { findMandateInForce } from '../access/store/mandates-in-force.ts'
import { type LocalDate, parseQuarter, type Quarter, todayIn } from '../calendar/index.ts'
import type { DataContext } from '../data-context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { declarationDueOn, isOpen } from './declaration.ts'
import { type PublishedRates, readPublishedRates, termsOn } from './published-rates.ts'
import { type CategoryTerms, listTerms } from './store/declarations.ts'

/** What a declarant works in: their mandate for the company in hand (or their key's), and the terms of its categories. */
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
  actor: CompanyActor,
): Promise<Workspace> {
  const today = todayIn(app.clock)
  const [mandate, employer, allowedDays, publishedRates] = await Promise.all([
    findRight(tx, app, actor, today),
    getEmployer(tx, actor.employerId),
    getParameter(tx, 'declaration_due_days', today),
    readPublishedRates(tx),
  ])
  if (!mandate) return refuse('declarations.no_mandate')
  return {
    now: app.clock.now(),
    today,
    employerNumber: employer.number,
    employerName: employer.name,
    mode: mandate.mode,
    terms: await listTerms(tx, actor.employerId, mandate.categories),
    allowedDays,
    publishedRates,
  }
}

export interface OpenPeriod {
  readonly terms: CategoryTerms
  readonly quarter: Quarter
  readonly dueOn: LocalDate
}

interface Right {
  readonly mode: Workspace['mode']
  readonly categories: readonly string[]
}

/** What lets them declare at this moment: people hold a mandate, software has a key. */
// oxlint-disable-next-line max-params -- where, when and who
async function findRight(
  tx: Tx,
  app: Pick<DataContext, 'clock'>,
  actor: CompanyActor,
  today: LocalDate,
): Promise<Right | undefined> {
  const { id, employerId } = actor
  if (actor.kind === 'profile') return findMandateInForce(tx, id, employerId, today)
  const categories = await findKeyCategories(tx, employerId, id, app.clock.now())
  return categories && { mode: 'prepared_file', categories }
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
