import type { Words } from '../web/words/index.ts'
import type { Declarant } from './store/declarations.ts'

/** A program is told from a person, whatever its key is called. */
export function declarantName(
  { name, isSoftware }: Declarant,
  { software }: Words['declarations'],
): string {
  return isSoftware ? software(name) : name
}
