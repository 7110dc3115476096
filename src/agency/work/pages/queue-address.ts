import { type Fields, text } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { type Place, placeText, type WorkFilter, workStates } from '../work-item.ts'
import { workKinds } from '../work-kinds.ts'

/** What the address narrows the queue to; anything unknown in it is as if absent. */
export function filterFrom(fields: Fields): WorkFilter {
  return {
    kind: workKinds.find((kind) => kind === text(fields, 'type')) ?? null,
    state: workStates.find((state) => state === text(fields, 'etat')) ?? 'waiting',
    mine: text(fields, 'miens') === 'on',
    overdue: text(fields, 'retard') === 'on',
  }
}

export function filterOf(query: string): WorkFilter {
  return filterFrom(Object.fromEntries(new URLSearchParams(query.slice(0, 500))))
}

/** A filter as the address writes it: «etat=…&type=…», always the same for the same filter. */
export function queryOf(filter: WorkFilter): string {
  const query = new URLSearchParams()
  if (filter.state !== 'waiting') query.set('etat', filter.state)
  if (filter.kind) query.set('type', filter.kind)
  if (filter.mine) query.set('miens', 'on')
  if (filter.overdue) query.set('retard', 'on')
  return query.toString()
}

/** The whole queue has an address of its own: without any, an agent's own view opens. */
const whole = 'etat=waiting'

export function queueAddress(
  filter: WorkFilter,
  page: { readonly after?: Place; readonly before?: Place } = {},
): string {
  const query = new URLSearchParams(queryOf(filter) || whole)
  if (page.after) query.set('apres', placeText(page.after))
  if (page.before) query.set('avant', placeText(page.before))
  return `${paths.agency.queue()}?${query}`
}
