import type { Horizon } from './nearing.ts'

/** What was typed above the list, as the address carries it. */
export interface NearingQuery {
  readonly q: string
  readonly periode: string
}

const horizons: Readonly<Record<string, Horizon>> = { '24': 'two_years', tous: 'all' }

export function nearingQueryFrom(read: (name: string) => string | undefined): NearingQuery {
  const text = (name: string) => (read(name) ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
  return { q: text('q').normalize('NFC'), periode: text('periode') }
}

/** What is no known choice is the year that comes (quality AT48). */
export function horizonOf({ periode }: NearingQuery): Horizon {
  return (Object.hasOwn(horizons, periode) ? horizons[periode] : undefined) ?? 'year'
}

export function nearingAddress(
  path: string,
  { q, periode }: Partial<NearingQuery>,
  page = 1,
): string {
  const typed = { q: q ?? '', periode: periode ?? '', page: page > 1 ? String(page) : '' }
  const search = new URLSearchParams(
    Object.entries(typed).filter(([, value]) => value !== ''),
  ).toString()
  return search === '' ? path : `${path}?${search}`
}
