import type { Words } from '../web/words/index.ts'

/** Where a value comes from, in the reader's language where the portal wrote it; what agents wrote stays as it is. */
export function sourceIn({ parameters }: Words, source: string): string {
  // Kept with the unbreakable spaces of French.
  return parameters.sources[source.replace(/\s/g, ' ')] ?? source
}
