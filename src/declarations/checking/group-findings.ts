import type { FieldName } from './fields.ts'
import type { Finding, FindingCode, Severity } from './finding.ts'

/** Findings with one cause: same code, same field. */
export interface FindingGroup {
  readonly code: FindingCode
  readonly field: FieldName | null
  readonly severity: Severity
  readonly count: number
  /** How many of them can be corrected in one gesture. */
  readonly correctable: number
  /** The first ones met, enough to show what it is about. */
  readonly samples: readonly Finding[]
}

const weights: Readonly<Record<Severity, number>> = { blocking: 0, to_confirm: 1, information: 2 }
const sampleCount = 3

/** Causes before lines: the blocking ones first, then the most frequent (product D4). */
export function groupFindings(findings: Iterable<Finding>): FindingGroup[] {
  const groups = new Map<
    string,
    { first: Finding; count: number; correctable: number; samples: Finding[] }
  >()
  for (const found of findings) {
    const key = `${found.code} ${found.field ?? ''}`
    const group = groups.get(key) ?? { first: found, count: 0, correctable: 0, samples: [] }
    group.count++
    if (found.correction !== undefined) group.correctable++
    if (group.samples.length < sampleCount) group.samples.push(found)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ first, ...group }) => {
      const { code, field, severity } = first
      return { code, field, severity, ...group }
    })
    .sort((a, b) => weights[a.severity] - weights[b.severity] || b.count - a.count)
}
