import type { Finding } from '../checking/finding.ts'
import type { Confirmed } from '../line-store.ts'
import type { Row } from './row.ts'

/** Who checks, and when: what a confirmation is signed with. */
export interface Signature {
  readonly by: string
  readonly at: Date
  /** «Réintégré», in the words of whoever checks. */
  readonly reinstated: string
}

/** Doubts whose answer the sheet already holds: they are confirmed with it, and not asked about twice (US25). */
export function settledIn(
  findings: readonly Finding[],
  rows: readonly Row[],
  { by, at, reinstated }: Signature,
): Confirmed[] {
  return findings.flatMap(({ line, code, value }) => {
    const row = rows[line - 1]
    const reason = row && reasonFor(code, row, reinstated)
    return reason
      ? [{ line, code, value, confirmed_reason: reason, confirmed_by: by, confirmed_at: at }]
      : []
  })
}

function reasonFor(code: string, row: Row, reinstated: string): string | undefined {
  if (code === 'salary_zero') return row.unpaidReason
  if (code === 'member_name_differs') return row.nameReason
  return code === 'member_unknown' && row.kind === 'reinstated' ? reinstated : undefined
}

/** Doubts confirmed at an earlier check, on the lines that the same members have now. */
export function carriedOver(
  confirmed: readonly Confirmed[],
  before: readonly string[],
  now: readonly string[],
): Confirmed[] {
  const lines = new Map(now.map((key, index) => [key, index + 1]))
  return confirmed.flatMap((one) => {
    if (one.line === 0) return [one]
    const line = lines.get(before[one.line - 1] ?? '')
    return line === undefined ? [] : [{ ...one, line }]
  })
}
