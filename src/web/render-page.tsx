import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Visit, VisitProvider } from './visit.ts'

/**
 * A whole page as text. Components are synchronous, so nothing of another request can slip in. The provider must be an
 * element: called as a function it would speak outside the render, and no page would know its visit.
 */
export function renderPage(visit: Visit, node: JSX.Element): string {
  const page: { toString(): string } = <VisitProvider value={visit}>{node}</VisitProvider>
  return `<!doctype html>${page.toString()}`
}
