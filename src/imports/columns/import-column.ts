import type { Remark } from '../import-finding.ts'

/** A value as it is compared and kept: days as 2027-12-31, rates in hundredths of a percent, numbers with their zeros. */
export type Reading =
  | { readonly ok: true; readonly value: string; readonly remark?: Remark }
  | { readonly ok: false; readonly remark: Remark }

export interface ImportColumn {
  readonly field: string
  /** What our own template writes above the column. */
  readonly header: string
  /** What else people write there; accents, case, spaces and what is between brackets do not count. */
  readonly aliases: readonly string[]
  /** The file must have the column. */
  readonly key?: true
  /** A row that is not known yet must have it. */
  readonly needed?: true
  /** `(vide)` may stand in it. */
  readonly mayBeEmptied?: true
  /** Never shown or kept as it is written. */
  readonly secret?: true
  readonly example: string
  readonly read: (cell: string) => Reading
}

export const read = (value: string, remark?: Remark): Reading =>
  remark ? { ok: true, value, remark } : { ok: true, value }

export const refused = (
  code: Remark['code'],
  value: string,
  more: Omit<Remark, 'code' | 'value'> = {},
): Reading => ({ ok: false, remark: { code, value, ...more } })
