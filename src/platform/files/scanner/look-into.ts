import { createReadStream } from 'node:fs'
import { refuse } from '../../../actors/refusal.ts'
import type { Log } from '../../log.ts'
import type { Scanner } from './scanner.ts'

/** What a scanner said of a file: it was not asked, has not answered yet, found nothing, or found something. */
export type CheckState = 'unchecked' | 'waiting' | 'clean' | 'infected'

export interface Looking {
  readonly scanner: Scanner | null
  readonly log: Log
}

/** Somebody waits for the answer: past that, the document waits instead. */
const patienceMs = 5_000

/**
 * Has a document that has just come looked into: what is infected is refused, and what nobody could look into waits, and is
 * shown to nobody (quality AT93, RE24).
 */
export async function lookInto(
  { scanner, log }: Looking,
  place: string,
): Promise<Exclude<CheckState, 'infected'>> {
  if (!scanner) return 'unchecked'
  try {
    const { found } = await scanner.look(createReadStream(place), patienceMs)
    if (found === null) return 'clean'
    return refuse('scans.infected', { virus: found })
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    sayAway(log, error)
    return 'waiting'
  }
}

export function sayAway(log: Log, error: unknown): void {
  const reason = error instanceof Error ? error.message : 'unknown'
  log.error({ reason }, 'the virus scanner does not answer: documents wait')
}
