import type { Values } from './read-row.ts'

/** A row that the fund already has, with its fields as an import compares them. */
export interface KnownRow {
  readonly id: string
  readonly values: Values
}

export interface Change {
  readonly before: string | null
  readonly after: string | null
}

/** The fields of a known row that the file changes: only those it gives (product G5). */
export function changesOf(given: Values, known: Values): Readonly<Record<string, Change>> {
  const changes: Record<string, Change> = {}
  for (const [field, after] of Object.entries(given)) {
    const before = known[field] ?? null
    if (before !== after) changes[field] = { before, after }
  }
  return changes
}

/** Says where a row is, or what stands for a number that is not shown: neither is a value of the row. */
const notCompared: ReadonlySet<string> = new Set(['employerNumber', 'identityShown'])

export function comparable(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !notCompared.has(field)))
}

/** The row as it would be. */
export function merged(given: Values, known: Values | undefined): Values {
  return { ...known, ...given }
}
