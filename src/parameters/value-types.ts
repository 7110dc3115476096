import type { Scalar } from './scalars.ts'

/** The type of a parameter: how its value is kept, and what it is made of. */
export interface ValueType<V> {
  load(stored: unknown): V
  save(value: V): unknown
}

/** One value; an optional one may be set to nothing, which switches off what it commands. */
export interface Single<V> extends ValueType<V> {
  readonly shape: 'single'
  readonly scalar: Scalar<NonNullable<V>>
  readonly optional: boolean
}

export type Columns = Readonly<Record<string, Scalar<unknown>>>
export type Row = Readonly<Record<string, unknown>>

export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Scalar<infer V> ? V : never
}

/** Several rows of the same columns, no two with the same key. */
export interface ValueTable<R extends Row> extends ValueType<readonly R[]> {
  readonly shape: 'table'
  readonly columns: Columns
  readonly key: readonly string[]
}

/** More rows than any list of the fund has, and few enough for one form. */
export const mostRows = 150

export function single<V>(scalar: Scalar<V>): Single<V> {
  return {
    shape: 'single',
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a scalar's value is never null.
    scalar: scalar as Scalar<NonNullable<V>>,
    optional: false,
    load: (stored) => scalar.load(stored),
    save: (value) => scalar.save(value),
  }
}

export function optional<V extends {}>(scalar: Scalar<V>): Single<V | null> {
  return {
    shape: 'single',
    scalar,
    optional: true,
    load: (stored) => (stored === null ? null : scalar.load(stored)),
    save: (value) => (value === null ? null : scalar.save(value)),
  }
}

export function tableOf<C extends Columns>(
  columns: C,
  key: readonly (keyof C & string)[],
): ValueTable<RowOf<C>> {
  return {
    shape: 'table',
    columns,
    key,
    load(stored) {
      if (!Array.isArray(stored)) throw new Error('a table of the parameters is not a list')
      return stored.map((row) => loadRow(columns, row))
    },
    save: (rows) => rows.map((row) => saveRow(columns, row)),
  }
}

function loadRow<C extends Columns>(columns: C, stored: unknown): RowOf<C> {
  if (typeof stored !== 'object' || stored === null)
    throw new Error('a row of a table of the parameters is not one')
  const cells = Object.entries(columns).map(([name, scalar]) => [
    name,
    scalar.load(Reflect.get(stored, name)),
  ])
  return Object.fromEntries(cells)
}

function saveRow(columns: Columns, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, scalar]) => [name, scalar.save(row[name])]),
  )
}

/** What names a row among the others. */
export function keyOf(table: Pick<ValueTable<Row>, 'columns' | 'key'>, row: Row): string {
  return table.key.map((name) => table.columns[name]?.write(row[name]) ?? '').join(' ')
}
