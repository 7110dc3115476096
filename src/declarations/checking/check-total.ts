import { formatQuarter } from '../../calendar/index.ts'
import { decimalString, type Dirhams } from '../../money/index.ts'
import { isWithin, percentSince, tensSince } from './change-since.ts'
import { type Finding, finding } from './finding.ts'
import type { PreparedContext } from './prepare-context.ts'

/** What is declared in all. */
interface Total {
  readonly members: number
  readonly salary: Dirhams
}

/**
 * A total far from the one sent last is asked about, by the percentage that is asked of one salary: people who come and go
 * are each asked about, or not, and their sum says what none of them does (contribution-file.md; ours).
 */
export function checkTotal(
  { members, salary }: Total,
  { lastSent, variationPercent }: PreparedContext,
): Finding | null {
  if (!lastSent || lastSent.salary === 0n) return null
  // Of one person, then and now, the line itself is asked about.
  if (members <= 1 && lastSent.members <= 1) return null
  if (isWithin(salary, lastSent.salary, variationPercent)) return null
  const amount = decimalString(salary)
  const params = {
    amount,
    members: String(members),
    last: decimalString(lastSent.salary),
    lastMembers: String(lastSent.members),
    lastQuarter: formatQuarter(lastSent.quarter),
    percent: percentSince(lastSent.salary, salary),
  }
  const place = { line: 0, column: 0, field: null }
  // The value is what was confirmed: a centime more is not asked about again, a total that has moved on is.
  const value = `\u2248 ${tensSince(lastSent.salary, salary)} %`
  return finding(place, 'total_variation', { value, params })
}
