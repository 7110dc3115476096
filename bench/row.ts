/** One line of the table: ours beside what a peer does in the same run, and beside what the machine can do at best. */
export interface Row {
  readonly id: string
  readonly what: string
  readonly ours: number
  /** The peer's figure; null where none runs here. */
  readonly comparator: number | null
  /** The best that this machine and this database can do for it; null where nothing bounds it. */
  readonly limit: number | null
  readonly unit: string
  readonly target: string
  readonly ok: boolean
}

interface Measured {
  readonly id: string
  readonly what: string
  readonly ours: number
  readonly comparator?: number | null
  readonly limit?: number | null
  readonly unit: string
  /** «<= 5» or «>= 90». */
  readonly target: readonly ['<=' | '>=', number]
}

export function row({
  id,
  what,
  ours,
  comparator = null,
  limit = null,
  unit,
  target,
}: Measured): Row {
  const [sign, bound] = target
  return {
    id,
    what,
    ours: rounded(ours),
    comparator: comparator === null ? null : rounded(comparator),
    limit: limit === null ? null : rounded(limit),
    unit,
    target: `${sign} ${bound} ${unit}`,
    ok: sign === '<=' ? ours <= bound : ours >= bound,
  }
}

/** Ours over the peer's, or over the limit when no peer runs: below 1 is less time, fewer bytes, or a lower rate. */
export function ratioOf({ ours, comparator, limit }: Row): number | null {
  const other = comparator ?? limit
  return other === null || other === 0 ? null : rounded(ours / other)
}

export function tableOf(rows: readonly Row[]): string {
  const head = ['id', 'what', 'ours', 'comparator', 'limit', 'unit', 'ratio', 'target', '']
  const lines = rows.map((one) => [
    one.id,
    one.what,
    String(one.ours),
    String(one.comparator ?? '–'),
    String(one.limit ?? '–'),
    one.unit,
    String(ratioOf(one) ?? '–'),
    one.target,
    one.ok ? 'ok' : 'ABOVE TARGET',
  ])
  const all = [head, ...lines]
  const widths = head.map((_, column) =>
    Math.max(...all.map((cells) => cells[column]?.length ?? 0)),
  )
  return all
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function rounded(value: number): number {
  if (!Number.isFinite(value)) return value
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3
  return Number(value.toFixed(digits))
}
