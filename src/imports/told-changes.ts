import type { ImportKind } from './import-kind.ts'
import type { StagedRow } from './store/lines.ts'

/** One field that a file changed in a company's own rows, as its trail keeps it. */
export interface ToldChange {
  /** The category or the member's number; nothing for the company itself. */
  readonly row: string
  readonly field: string
  readonly before?: string | null
  readonly after?: string | null
}

/** More than a page of the trail can hold helps nobody; the count is whole. */
export const mostTold = 100

/** Which category, company or member, which fields; of a person the fields alone, never their values (product G7). */
export function toldChanges(kind: ImportKind, row: StagedRow): ToldChange[] {
  const of = kind === 'categories' ? row.fields['category'] : row.fields['memberNumber']
  const names = Object.keys(row.before).filter((field) => field !== 'identity')
  return names.map((field) => ({
    row: of ?? '',
    field,
    ...(kind === 'members'
      ? {}
      : { before: row.before[field] ?? null, after: row.fields[field] ?? null }),
  }))
}
