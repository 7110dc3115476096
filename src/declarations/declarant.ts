import type { Words } from '../web/words/index.ts'

/** Who declares: a person, or a program of the company under the name of its key. */
export interface Declarant {
  readonly name: string
  readonly isSoftware: boolean
}

/** Of one's own work nobody is named. */
export const nobody: Declarant = { name: '', isSoftware: false }

/** A program is told from a person, whatever its key is called. */
export function declarantName(
  { name, isSoftware }: Declarant,
  { software }: Words['declarations'],
): string {
  return isSoftware ? software(name) : name
}
