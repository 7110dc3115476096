/** How many are asked for, at most 500 at a time. */
export function limitFrom(text: string | undefined): number {
  return Math.min(500, Number(text ?? 100))
}
