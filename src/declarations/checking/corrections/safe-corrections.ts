import type { Finding } from '../finding.ts'

/** Corrections that change what is declared, even where only one is possible: a person says yes to them. */
const proposals: ReadonlySet<string> = new Set(['rate_not_of_category', 'date_short_year'])

/**
 * A correction that may be made without asking: there is one reading of what stands there, and the correction is that
 * reading. What is asked about («is the salary …?») is never safe.
 */
export function isSafe({ code, correction, severity }: Finding): boolean {
  return correction !== undefined && severity !== 'to_confirm' && !proposals.has(code)
}

/** What to correct line by line: of two corrections of one place, that of what blocks. */
export function correctionsByLine(findings: Iterable<Finding>): Map<number, Finding[]> {
  const lines = new Map<number, Finding[]>()
  for (const found of findings) {
    if (found.correction === undefined || found.line === 0) continue
    const known = lines.get(found.line) ?? []
    lines.set(found.line, known)
    const at = known.findIndex(({ field }) => field === found.field)
    if (at === -1) known.push(found)
    else if (found.severity === 'blocking') known[at] = found
  }
  return lines
}
