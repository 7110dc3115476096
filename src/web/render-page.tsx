import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Visit, VisitProvider } from './visit.ts'

/** A whole page as text. Components are synchronous, so nothing of another request can slip in. */
export function renderPage(visit: Visit, node: JSX.Element): string {
  const page = VisitProvider({ value: visit, children: node })
  return `<!doctype html>${String(page)}`
}
