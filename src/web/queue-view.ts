import type { Page } from './site.ts'
import { paths } from './paths.ts'

/** Names the view of the agents' queue that a case was opened from, in addresses and in forms. */
export const viewField = 'file'

/** «etat=…&type=…» as the queue writes it, whatever somebody wrote there; null where none is named. */
export function queueViewIn(named: string | null | undefined): string | null {
  return typeof named === 'string' ? new URLSearchParams(named.slice(0, 500)).toString() : null
}

/** A form of a case goes on in the view that the case was opened from, also when it comes back with a mistake. */
export function keepQueueView(page: Page): void {
  const named = page.var.fields[viewField]
  const { visit } = page.var
  if (visit.visitor?.kind !== 'agent' || typeof named !== 'string') return
  page.set('visit', { ...visit, queueView: queueViewIn(named) })
}

/** The page of the agency where a form leads to, in the view that its case was opened from. */
export function inQueueView(view: string | null | undefined, to: string): string {
  const queue = paths.agency.queue()
  const [address = '', anchor] = to.split('#')
  const [path = '', query = ''] = address.split('?')
  if (typeof view !== 'string') return to
  if (path === queue) return query === '' ? `${path}?${view || 'etat=waiting'}` : to
  const asked = new URLSearchParams(query)
  if (!path.startsWith(`${queue}/`) || asked.has(viewField)) return to
  asked.set(viewField, view)
  return `${path}?${asked}${anchor ? `#${anchor}` : ''}`
}
