import { compareQuarters, parseQuarter, previousQuarter, quarterOf } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { isOpen, type Period } from './declaration.ts'
import { findSent } from './store/declarations.ts'
import type { Workspace } from './workspace.ts'

/** The period that a file turned out to be of, and whether it can be declared there. */
export interface OtherPeriod extends Period {
  readonly standing:
    | 'open'
    /** Declared already: it is corrected from its receipt. */
    | 'sent'
    /** The quarter is not over. */
    | 'too_early'
    /** The category did not exist then, or no longer. */
    | 'not_active'
    /** A category of others, or of nobody. */
    | 'not_yours'
}

/** Where a file goes that was put on another page than its own; what it said is kept with the refusal of its deposit. */
export async function findOtherPeriod(
  tx: Tx,
  employerId: string,
  workspace: Workspace,
  { page, said }: { readonly page: Period; readonly said: Readonly<Record<string, string>> },
): Promise<OtherPeriod> {
  const category = said['category'] || page.category
  const parsed = parseQuarter(said['quarter'] ?? '')
  const quarter = parsed.ok ? parsed.value : page.quarter
  const about = { category, quarter }
  const standing = standingOf(workspace, about)
  const isSent = standing === 'open' && (await findSent(tx, employerId, about)) !== undefined
  return { ...about, standing: isSent ? 'sent' : standing }
}

function standingOf({ terms, today }: Workspace, { category, quarter }: Period) {
  const own = terms.find((one) => one.category === category)
  if (!own) return 'not_yours'
  if (isOpen(own, quarter, today)) return 'open'
  const lastEnded = previousQuarter(quarterOf(today))
  return compareQuarters(quarter, lastEnded) > 0 ? 'too_early' : 'not_active'
}
