import { parseQuarter } from '../../calendar/index.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { paths } from '../../web/paths.ts'
import type { PeriodText } from '../entry/load-sheet.ts'

/** A page of one company, to go to once it is in hand. */
export type Place =
  | ({ readonly at: 'period' | 'sheet' } & PeriodText)
  | { readonly at: 'check' | 'receipt'; readonly id: string }

export const placeField = 'page'

const words = { period: 'periode', sheet: 'saisie', check: 'controle', receipt: 'recu' } as const

export function writePlace(place: Place): string {
  return 'id' in place
    ? `${words[place.at]}:${place.id}`
    : `${words[place.at]}:${place.category}:${place.quarter}`
}

/** The address that a form asks for; the calendar for anything that is not a page. What may be read there is that page's to say. */
export function addressOf(written: string): string {
  const [at = '', first = '', second = ''] = written.split(':')
  if (at === words.check && isRowId(first)) return paths.declarations.check({ id: first })
  if (at === words.receipt && isRowId(first)) return paths.declarations.receipt({ id: first })
  if (!/^\d{2}$/.test(first) || !parseQuarter(second).ok) return paths.declarations.calendar()
  const period = { category: first, quarter: second }
  if (at === words.period) return paths.declarations.period(period)
  return at === words.sheet ? paths.entry.sheet(period) : paths.declarations.calendar()
}
