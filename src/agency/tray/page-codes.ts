import { parseReference } from '../../letters/reference.ts'
import type { PageRange } from '../../platform/pdf/split-pdf.ts'

/** The code typed for the first page of a form. */
export interface PageCode {
  readonly page: number
  readonly code: string
}

/** Pages that go to one case; without a code they stay in the tray. */
export interface ScanPart extends PageRange {
  readonly code: string | null
}

/** A form goes from the page of its code to the page before the next code; what comes before the first has none (product G2). */
export function partsOf(codes: readonly PageCode[], pages: number): ScanPart[] {
  const starts = codes.toSorted((one, other) => one.page - other.page)
  const first = starts[0]?.page ?? 1
  const before = first > 1 ? [{ from: 1, to: first - 1, code: null }] : []
  return [
    ...before,
    ...starts.map(({ page, code }, index) => ({
      from: page,
      to: (starts[index + 1]?.page ?? pages + 1) - 1,
      code: parseReference(code) ?? null,
    })),
  ]
}
