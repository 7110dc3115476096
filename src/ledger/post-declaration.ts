import { addDays, formatQuarter, lastDay, type LocalDate, type Quarter } from '../calendar/index.ts'
import type { Dirhams } from '../money/index.ts'
import { getParameter, getParameters } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Terms } from './late-interest.ts'
import { tellLedger } from './tell-ledger.ts'

export interface DeclaredAmounts {
  readonly employerId: string
  readonly declarationId: string
  readonly category: string
  readonly quarter: Quarter
  readonly version: number
  /** The number of its receipt. */
  readonly reference: string
  /** What the whole declaration now amounts to, not the change; the employer part with its surcharge. */
  readonly amounts: { readonly employee: Dirhams; readonly employer: Dirhams }
  readonly occurredOn: LocalDate
  readonly recordedAt: Date
}

/** Posts what a declaration amounts to, or only the difference for a new version (product D8). */
export async function postDeclaration(tx: Tx, declared: DeclaredAmounts): Promise<void> {
  const { employee, employer } = declared.amounts
  if (employee < 0n || employer < employee) {
    throw new RangeError('the employer part is the employees’ part and a surcharge')
  }
  await tellLedger(tx, declared.employerId, {
    kind: 'declaration',
    cause: { kind: 'declaration', id: declared.declarationId, version: declared.version },
    occurredOn: declared.occurredOn,
    recordedAt: declared.recordedAt,
    details: {
      category: declared.category,
      quarter: formatQuarter(declared.quarter),
      reference: declared.reference,
      employee: String(employee),
      employer: String(employer),
      terms: await termsInForce(tx, declared.quarter),
    },
  })
}

/** What is in force at the échéance of a quarter: the due keeps it (RGR, article 7). */
export async function termsInForce(tx: Tx, quarter: Quarter): Promise<Terms> {
  const end = lastDay(quarter)
  const dueOn = addDays(end, await getParameter(tx, 'contribution_due_days', end))
  const inForce = await getParameters(
    tx,
    ['contribution_grace_days', 'late_interest_rate', 'late_interest_year_days'],
    dueOn,
  )
  return {
    dueOn,
    graceDays: inForce.contribution_grace_days,
    yearlyRate: inForce.late_interest_rate,
    yearDays: inForce.late_interest_year_days,
  }
}
