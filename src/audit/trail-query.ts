import { readDay } from '../web/read-day.ts'
import type { Page } from '../web/site.ts'
import { isActionKind, type TrailFilter } from './trail.ts'

/** What was typed in the filters, as the address carries it. */
export interface TrailQuery {
  readonly personne: string
  readonly sorte: string
  readonly du: string
  readonly au: string
}

export interface AskedTrail {
  readonly query: TrailQuery
  readonly filter: TrailFilter
  readonly wrongDate: boolean
}

/** What is not a known filter narrows to nothing or is left out; it never widens (quality AT48). */
export function askedTrail(page: Page): AskedTrail {
  const read = (name: string) => (page.req.query(name) ?? '').trim().slice(0, 60)
  const query = { personne: read('personne'), sorte: read('sorte'), du: read('du'), au: read('au') }
  const from = readDay(query.du)
  const until = readDay(query.au)
  return {
    query,
    filter: {
      actor: query.personne === '' ? null : query.personne,
      kind: isActionKind(query.sorte) ? query.sorte : null,
      from: from ?? null,
      until: until ?? null,
    },
    wrongDate: (query.du !== '' && !from) || (query.au !== '' && !until),
  }
}

export function trailAddress(query: TrailQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return new URLSearchParams(given).toString()
}
