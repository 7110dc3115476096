/** What a reason has at least (ours: the fund publishes nothing). Blanks and signs are not counted. */
const shortestReason = { words: 2, letters: 10 } as const

/** Why a doubt is right is said in a sentence, for whoever reads it in a year: «x» explains nothing (product D4). */
export function isReason(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  return words.length >= shortestReason.words && letters >= shortestReason.letters
}
