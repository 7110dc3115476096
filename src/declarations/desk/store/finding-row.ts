import type { Selectable } from 'kysely'
import type { DeclarationFindingsTable } from '../../tables.ts'

export const findingColumns = [
  'id',
  'line',
  'column',
  'field',
  'code',
  'severity',
  'value',
  'correction',
  'params',
  'confirmed_reason',
  'confirmed_by',
  'confirmed_at',
] as const

export type FindingRecord = Pick<
  Selectable<DeclarationFindingsTable>,
  (typeof findingColumns)[number]
>

/** A finding as it is kept: what may hold an identity number is masked. */
export interface FindingRow {
  readonly id: bigint
  readonly line: number
  readonly column: number
  readonly field: string
  readonly code: string
  readonly severity: 'blocking' | 'to_confirm' | 'information'
  readonly value: string
  readonly correction: string | null
  readonly params: Readonly<Record<string, string>>
  readonly confirmed: {
    readonly reason: string
    readonly by: string | null
    readonly at: Date
  } | null
}

export function findingFrom({
  confirmed_reason: reason,
  confirmed_by: by,
  confirmed_at: at,
  ...row
}: FindingRecord): FindingRow {
  return { ...row, confirmed: at ? { reason: reason ?? '', by, at } : null }
}

/** A text that is not kept in clear beside its finding: the file has it. */
export function isMasked(text: string): boolean {
  return text.includes('••••')
}
