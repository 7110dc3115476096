import { totalmem } from 'node:os'

/** In megabytes. */
export interface ThreadMemory {
  /** What the whole program may hold. */
  readonly ofProgram: number
  /** What a thread may keep; one that needs more fails alone, and its work is refused. */
  readonly ofThread: number
}

/** The program at rest, and what a thread takes beside what it keeps: its own code, what it has just read (ME3). */
const [atRest, besides] = [170, 60]

const most = 2

/** Of the one place apart, whose work keeps a thousand rows at a time. */
export const memoryApart = 64

/** Of a million lines 256 MB hold everything: more is another kind of file. */
export function usualMemory(): ThreadMemory {
  // Nothing, or more than there is, where nobody has set a limit.
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY
  return { ofProgram: Math.min(allowed, totalmem()) / 1_048_576, ofThread: 256 }
}

/** How many threads work at once, so that large files never take more than the program may: one in 512 MB (quality RE27). */
export function threadsWithin({ ofProgram, ofThread }: ThreadMemory): number {
  const fitting = Math.floor((ofProgram - atRest - memoryApart - besides) / (ofThread + besides))
  return Math.min(most, Math.max(1, fitting))
}
