/** One, two, three to ten, eleven and more: the noun changes with the number. */
export function arabicCount(
  count: number,
  nouns: readonly [string, string, string, string],
): string {
  if (count === 1) return nouns[0]
  if (count === 2) return nouns[1]
  return `${count} ${arabicNoun(count, nouns)}`
}

/** The noun alone, for a number that is written beside it. */
export function arabicNoun(
  count: number,
  nouns: readonly [string, string, string, string],
): string {
  if (count < 2) return nouns[0]
  if (count === 2) return nouns[1]
  const rest = count % 100
  return rest >= 3 && rest <= 10 ? nouns[2] : nouns[3]
}
