/** What somebody did at the desk of a check, and would lose with it. */
export interface WorkDone {
  readonly corrections: number
  readonly reasons: number
}

export function isWork({ corrections, reasons }: WorkDone): boolean {
  return corrections + reasons > 0
}
