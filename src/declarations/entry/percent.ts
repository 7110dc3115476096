/** «6,00 %», left to right in both languages. */
export function percentOf(rate: number): string {
  return `\u2066${Math.floor(rate / 100)},${String(rate % 100).padStart(2, '0')}\u00a0%\u2069`
}
