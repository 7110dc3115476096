import type { LineTexts } from './line-book.ts'

/** Who a line is about, as it names them. */
export function nameOn({ lastName, firstName, fullName }: LineTexts): string {
  return `${lastName.trim()} ${firstName.trim()}`.trim() || fullName.trim()
}
