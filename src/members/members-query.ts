import { westernDigits } from '../money/index.ts'
import { type MemberFilter, presences } from './member.ts'

/** What was typed in the filters, as the address carries it. */
export interface MembersQuery {
  readonly q: string
  readonly categorie: string
  readonly etat: string
}

export function queryFrom(read: (name: string) => string | undefined): MembersQuery {
  const text = (name: string) =>
    westernDigits(read(name) ?? '')
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 60)
  return { q: text('q'), categorie: text('categorie'), etat: text('etat') }
}

/** An address with what is narrowed, and nothing that is not. */
export function addressOf(path: string, query: MembersQuery, page = 1): string {
  const typed = Object.entries({ ...query, page: page > 1 ? String(page) : '' })
  const search = new URLSearchParams(typed.filter(([, value]) => value !== '')).toString()
  return search === '' ? path : `${path}?${search}`
}

export function isNarrowed(query: MembersQuery): boolean {
  return Object.values(query).some((value) => value !== '')
}

/** What is not a known filter is left out (quality AT48). */
export function filterFrom({ q, categorie, etat }: MembersQuery): MemberFilter {
  return {
    words: q.normalize('NFC'),
    category: /^\d{2}$/.test(categorie) ? categorie : null,
    presence: presences.find((one) => one === etat) ?? null,
  }
}
