import { refuse } from '../../actors/refusal.ts'
import { compareQuarters } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { countWorkDone } from '../desk/store/work-done.ts'
import { isWork } from '../desk/work-done.ts'
import { type Declaration, findContent, listDeclarations } from '../store/declarations.ts'
import type { OpenPeriod } from '../workspace.ts'

/**
 * What a file finds in its place: nothing in its way, or the work that the same content has made already, whose
 * identifier is given back; it takes the place of another person's work only when its sender had seen it (attack AT97), and of one's
 * own corrections only when that was said.
 */
export async function findSameWork(
  tx: Tx,
  employerId: string,
  { period, profileId, insteadOf, sha256, isOfPerson }: Newcomer,
): Promise<string | undefined> {
  const there = (await listDeclarations(tx, employerId, [period.terms.category])).filter(
    (one) => compareQuarters(one.quarter, period.quarter) === 0,
  )
  const sent = there.find((one) => one.state === 'sent')
  const current = there.find((one) => one.state === 'checked')
  // While what was sent is being corrected, a file is another attempt at that (product D8).
  if (sent && current?.replaces !== sent.id)
    return refuse('declarations.already_sent', {
      declaration: sent.id,
      receipt: sent.receiptNumber ?? '',
    })
  if (!current) return undefined
  if (await isSameContent(tx, employerId, { current, sha256 })) return current.id
  if (current.id === insteadOf) return undefined
  if (current.uploadedBy !== profileId)
    return refuse('declarations.checked_meanwhile', { declaration: current.id })
  const done = await countWorkDone(tx, { declarationId: current.id, employerId })
  // Software has no page to be asked on: what it sends is what it means.
  if (isOfPerson && isWork(done))
    return refuse('declarations.would_lose_work', { declaration: current.id })
  return undefined
}

/** The file as it came, or as it was corrected here and taken along. */
async function isSameContent(
  tx: Tx,
  employerId: string,
  { current, sha256 }: { readonly current: Declaration; readonly sha256: Uint8Array },
): Promise<boolean> {
  if (current.madeBy !== 'file') return false
  if (current.fileSha256.equals(sha256)) return true
  const content = await findContent(tx, employerId, current.id)
  return content?.sha256.equals(sha256) ?? false
}

export interface Newcomer {
  readonly period: OpenPeriod
  /** Who sent it. */
  readonly profileId: string
  /** The work that was shown, and may be replaced. */
  readonly insteadOf: string | null
  readonly sha256: Uint8Array
  readonly isOfPerson: boolean
}
