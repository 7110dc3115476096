import type { Fields } from '../../web/form.ts'
import { text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { type QueueFilter, queueKinds, queueStates } from '../queue.ts'

/** What the address narrows the queue to; anything unknown in it is as if absent. */
export function filterFrom(fields: Fields): QueueFilter {
  return {
    kind: queueKinds.find((kind) => kind === text(fields, 'type')) ?? null,
    state: queueStates.find((state) => state === text(fields, 'etat')) ?? 'waiting',
    mine: text(fields, 'miens') === 'on',
    overdue: text(fields, 'retard') === 'on',
  }
}

export function queueAddress(filter: QueueFilter, page = 1): string {
  const query = new URLSearchParams()
  if (filter.state !== 'waiting') query.set('etat', filter.state)
  if (filter.kind) query.set('type', filter.kind)
  if (filter.mine) query.set('miens', 'on')
  if (filter.overdue) query.set('retard', 'on')
  if (page > 1) query.set('page', String(page))
  const narrowed = query.toString()
  return paths.agency.queue() + (narrowed ? `?${narrowed}` : '')
}
