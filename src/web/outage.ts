import type { Log } from '../platform/log.ts'
import { isDatabaseAway } from '../platform/db/errors.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { isStoreAway } from '../platform/files/store-away.ts'
import type { Page } from './site.ts'
import type { Words } from './words/index.ts'

/** What the portal stands on is missing: nothing was done, and the same may be asked again later. */
export interface Outage {
  readonly status: 503 | 507
  /** In seconds; nobody knows when there is room again. */
  readonly retryAfter: string | null
  readonly sentence: string
}

/** The disk is full, or may not be written. */
const noRoom = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR']

/** For a page and for a program alike; null when the fault is in the program itself. */
export function outageOf(error: unknown, { errors, refusals }: Words): Outage | null {
  if (isDatabaseAway(error)) return { status: 503, retryAfter: '10', sentence: errors.unavailable }
  if (isStoreAway(error))
    return { status: 503, retryAfter: '60', sentence: refusals['web.store_away'] }
  if (noRoom.includes(codeOf(error)))
    return { status: 507, retryAfter: null, sentence: refusals['web.no_room'] }
  return null
}

/** One line for every fault; what the store of documents said is ours to know, since it tells of nobody. */
export function logFault(log: Log, page: Page, error: unknown): void {
  const { requestId: request, auditWord: route } = page.var
  log.error({ request, route, error: kindOf(error) }, 'fault')
  if (error instanceof Error && isStoreAway(error))
    log.error({ reason: error.message }, 'no file can be kept or opened: the store is away')
}

/** Said when the program starts, rather than once somebody has a document to send; it opens all the same, for the store may come back. */
export async function tellOfStore(log: Log, files: Pick<FileStore, 'hasRoom'>): Promise<void> {
  try {
    if (!(await files.hasRoom(0))) log.error({}, 'no file can be kept: no room, or not writable')
  } catch (error) {
    const reason = error instanceof Error && isStoreAway(error) ? error.message : kindOf(error)
    log.error({ reason }, 'no file can be kept or opened: the store is away')
  }
}

/** What a log may hold of an error: its name and code, never its message (it may quote values). */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const at = error.stack
    ?.split('\n')
    .find((line) => line.includes('/src/') || line.includes('guichet.mjs'))
  return [error.name, codeOf(error), at?.trim()].filter(Boolean).join(' ')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
