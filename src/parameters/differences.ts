import type { AnyType } from './parameter-catalogue.ts'
import { keyOf, type Row, type ValueTable } from './value-types.ts'

export type RowChange =
  | { readonly kind: 'added'; readonly after: Row }
  | { readonly kind: 'removed'; readonly before: Row }
  | { readonly kind: 'changed'; readonly before: Row; readonly after: Row }

export interface RowDifferences {
  readonly changes: readonly RowChange[]
  readonly same: number
}

export function isSameValue(type: AnyType, one: unknown, other: unknown): boolean {
  return stored(type, one) === stored(type, other)
}

/** Rows are the same row when they have the same key; what changed comes in the order of the new list. */
export function rowDifferences(
  table: ValueTable<Row>,
  before: readonly Row[],
  after: readonly Row[],
): RowDifferences {
  const earlier = new Map(before.map((row) => [keyOf(table, row), row]))
  const kept = new Set(after.map((row) => keyOf(table, row)))
  const changes: RowChange[] = []
  let same = 0
  for (const row of after) {
    const old = earlier.get(keyOf(table, row))
    if (!old) changes.push({ kind: 'added', after: row })
    else if (isSameRow(table, old, row)) same += 1
    else changes.push({ kind: 'changed', before: old, after: row })
  }
  for (const row of before) {
    if (!kept.has(keyOf(table, row))) changes.push({ kind: 'removed', before: row })
  }
  return { changes, same }
}

export function isSameCell(table: ValueTable<Row>, column: string, one: Row, other: Row): boolean {
  const scalar = table.columns[column]
  return scalar?.save(one[column]) === scalar?.save(other[column])
}

function isSameRow(table: ValueTable<Row>, one: Row, other: Row): boolean {
  return Object.keys(table.columns).every((column) => isSameCell(table, column, one, other))
}

function stored(type: AnyType, value: unknown): string {
  return JSON.stringify(type.save(value as never))
}
