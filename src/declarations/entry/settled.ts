import type { Finding } from '../checking/finding.ts'
import type { Confirmed } from '../store/lines.ts'
import type { Row } from './row.ts'
import type { SheetPart } from './sheet-lines.ts'

/** What the sheet says by itself, in the words of whoever checks. */
export interface SettledWords {
  /** «Réintégré». */
  readonly reinstated: string
  /** Known in the first tranche, above its ceiling. */
  readonly aboveCeiling: string
  /** Known in the second tranche, below the ceiling this quarter. */
  readonly belowCeiling: string
}

export interface Signature {
  /** Everybody on the sheet, for what concerns no line. */
  readonly all: readonly Row[]
  readonly by: string
  readonly at: Date
  readonly words: SettledWords
}

/** Doubts whose answer the sheet already holds: they are confirmed with it, and not asked about twice (US25). */
export function settledIn(
  findings: readonly Finding[],
  { rows, isSecondTranche }: Pick<SheetPart, 'rows' | 'isSecondTranche'>,
  { all, by, at, words }: Signature,
): Confirmed[] {
  const onSheet = new Set(all.map((row) => row.civil.memberNumber))
  return findings.flatMap(({ line, code, value }) => {
    const row = rows[line - 1]
    const reason = row
      ? reasonFor(code, row, isSecondTranche ? words.aboveCeiling : undefined, words)
      : isSecondTranche && code === 'member_missing' && onSheet.has(value)
        ? words.belowCeiling
        : undefined
    return reason
      ? [{ line, code, value, confirmed_reason: reason, confirmed_by: by, confirmed_at: at }]
      : []
  })
}

// oxlint-disable-next-line max-params -- the doubt, the row, why it is in the second tranche, the words
function reasonFor(
  code: string,
  row: Row,
  secondTranche: string | undefined,
  { reinstated }: SettledWords,
): string | undefined {
  if (code === 'salary_zero') return row.unpaidReason
  if (code === 'member_name_differs') return row.nameReason
  if (code !== 'member_unknown') return undefined
  return row.kind === 'reinstated' ? reinstated : row.kind === 'known' ? secondTranche : undefined
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
