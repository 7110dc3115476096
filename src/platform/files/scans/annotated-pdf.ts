import { namesIn } from './pdf-names.ts'
import { openObjectStreams } from './pdf-streams.ts'

/** Whether anything is laid over the pages of a PDF that was checked (a note, a stamp, a signature), packed or not. */
export async function hasAnnotations(bytes: Buffer): Promise<boolean> {
  const text = bytes.toString('latin1')
  if (isAnnotated(text)) return true
  for await (const inside of openObjectStreams(text, bytes)) if (isAnnotated(inside)) return true
  return false
}

/** An empty list is none. */
function isAnnotated(text: string): boolean {
  for (const { name, after } of namesIn(text)) {
    if (name === 'Annots' && !/^\s*\[\s*\]/.test(text.slice(after, after + 40))) return true
  }
  return false
}
