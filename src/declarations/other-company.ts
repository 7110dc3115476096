import type { CompanyActor } from '../actors/actor.ts'
import { parseQuarter, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { isOpen, type Period } from './declaration.ts'
import type { Company, Granted } from './firm/board.ts'
import { listGranted } from './firm/store/board.ts'

/** The company that a file turned out to be of, and its page for that file when it may be declared today. */
export interface OtherCompany {
  readonly company: Company
  readonly period: Period | null
}

interface Misplaced {
  readonly page: Period
  /** What was kept with the refusal of its deposit. */
  readonly said: Readonly<Record<string, string>>
}

/**
 * The company of a file that was put on another one's page, for a firm's person who holds its mandate too. To anybody else
 * nothing is told of that number, not even whether there is such a company (attack AT98).
 */
export async function findOtherCompany(
  app: AppContext,
  actor: CompanyActor,
  { page, said }: Misplaced,
): Promise<OtherCompany | null> {
  if (actor.kind !== 'profile' || actor.service !== 'declaration_external') return null
  const today = todayIn(app.clock)
  const granted = await app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listGranted(tx, actor.id, today),
  )
  const ofCompany = granted.filter(({ company }) => company.number === said['number'])
  const [first] = ofCompany
  if (!first) return null
  const asked = periodOf(page, said)
  const isDeclared = ({ category }: Granted) =>
    category.category === asked.category && isOpen(category, asked.quarter, today)
  return { company: first.company, period: ofCompany.some(isDeclared) ? asked : null }
}

/** What the file says, where it says another period than the page. */
function periodOf(page: Period, said: Misplaced['said']): Period {
  const quarter = parseQuarter(said['quarter'] ?? '')
  return {
    category: said['category'] || page.category,
    quarter: quarter.ok ? quarter.value : page.quarter,
  }
}
