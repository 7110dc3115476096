import type { Screen, Visitor } from '../support/visitor.ts'

/** Follows every link of the portal from a few pages on, as one visitor; never sends a form. */
export async function crawl(
  visitor: Visitor,
  starts: readonly string[],
  most = 200,
): Promise<Map<string, Screen>> {
  const seen = new Map<string, Screen>()
  const waiting = [...starts]
  for (let url = waiting.shift(); url !== undefined && seen.size < most; url = waiting.shift()) {
    if (seen.has(url)) continue
    const screen = await visitor.raw(url)
    seen.set(url, screen)
    const location = screen.headers.get('location')
    const links = screen.document.querySelectorAll('a[href]').map((a) => a.getAttribute('href'))
    for (const link of [...links, location]) {
      const next = inside(link ?? '', url)
      if (next && !seen.has(next)) waiting.push(next)
    }
  }
  return seen
}

/** The path of a link of the portal, without what only changes the language or the place on the page. */
function inside(link: string, from: string): string | undefined {
  const base = 'http://localhost:3000'
  if (!URL.canParse(link, base + from)) return undefined
  const url = new URL(link, base + from)
  if (url.origin !== base || url.pathname.startsWith('/public/')) return undefined
  url.searchParams.delete('lang')
  return url.pathname + url.search
}
