import { refuse } from '../../actors/refusal.ts'
import { compareQuarters } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Declaration, listDeclarations } from '../store/declarations.ts'
import type { OpenPeriod } from '../workspace.ts'
import type { Deposit } from './deposit.ts'

/**
 * What a deposit finds in its place: nothing in its way, or the work that the same content has made already, whose
 * identifier is given back; it takes the place of another person's work only when its sender had seen it (attack AT97).
 */
export async function findSameWork(
  tx: Tx,
  employerId: string,
  { period, deposit, sha256 }: Newcomer,
): Promise<string | undefined> {
  const there = (await listDeclarations(tx, employerId, [period.terms.category])).filter(
    (one) => compareQuarters(one.quarter, period.quarter) === 0,
  )
  const sent = there.find((one) => one.state === 'sent')
  const current = there.find((one) => one.state === 'checked')
  // While what was sent is being corrected, a file is another attempt at that (product D8).
  if (sent && current?.replaces !== sent.id)
    return refuse('declarations.already_sent', { declaration: sent.id })
  if (!current) return undefined
  if (current.madeBy === 'file' && current.fileSha256.equals(sha256)) return current.id
  if (isExpected(current, deposit)) return undefined
  return refuse('declarations.checked_meanwhile', { declaration: current.id })
}

export interface Newcomer {
  readonly period: OpenPeriod
  readonly deposit: Deposit
  readonly sha256: Uint8Array
}

/** Seen on the page, or one's own. */
function isExpected(current: Declaration, { insteadOf, profileId }: Deposit): boolean {
  return current.id === insteadOf || current.uploadedBy === profileId
}
