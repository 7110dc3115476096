import type { Words } from '../../web/words/index.ts'
import type { Typed } from './row.ts'

/** What somebody else saved, in a sentence. */
export function shownTyped({ salary, leftOn, unpaidReason }: Typed, said: Words['entry']): string {
  return [salary, leftOn, unpaidReason].filter(Boolean).join(' · ') || said.nothingTyped
}
