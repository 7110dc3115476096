import type { CheckResult } from '../check-declaration.ts'
import type { Finding } from '../finding.ts'
import { isSpreadsheetContainer } from '../spreadsheets/refuse-archive.ts'
import { applyCorrections } from './apply-corrections.ts'
import { isSafe } from './safe-corrections.ts'

export interface Fixed {
  readonly bytes: Uint8Array
  /** How many corrections were made. */
  readonly applied: number
  /** What the file is now. */
  readonly result: CheckResult
}

/** Mending one thing may uncover another, and no line has many layers. */
const mostPasses = 5

/** Makes every safe correction, and checks again until none is left. */
export async function fixContribution(
  bytes: Uint8Array,
  check: (bytes: Uint8Array) => Promise<CheckResult>,
): Promise<Fixed> {
  let fixed: Fixed = { bytes, applied: 0, result: await check(bytes) }
  for (let pass = 0; pass < mostPasses; pass++) {
    const safe = fixed.result.findings.filter(isSafe)
    if (safe.length === 0) return fixed
    const corrected = await correctedFile(fixed.bytes, safe)
    const result = await check(corrected)
    const made = countMade(safe, result)
    fixed = { bytes: corrected, applied: fixed.applied + made, result }
    if (made === 0) return fixed
  }
  return fixed
}

/** Those that are not found again where they were. */
function countMade(safe: CheckResult['findings'], result: CheckResult): number {
  const left = new Set(result.findings.map(placeOf))
  return safe.filter((found) => !left.has(placeOf(found))).length
}

function placeOf({ line, field, code }: Finding): string {
  return `${line} ${field} ${code}`
}

async function correctedFile(
  bytes: Uint8Array,
  safe: CheckResult['findings'],
): Promise<Uint8Array> {
  if (!isSpreadsheetContainer(bytes)) return applyCorrections(bytes, safe)
  const { correctWorkbook } = await import('../spreadsheets/correct-workbook.ts')
  return correctWorkbook(bytes, safe)
}
