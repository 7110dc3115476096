import { compareQuarters, lastDay, type LocalDate, parseQuarter } from '../../calendar/index.ts'
import { quartersOwed } from '../declaration.ts'
import type { Granted } from './board.ts'
import type { Part } from './split-file.ts'

/** Why a part of a firm's file is not this person's to declare today, in the order in which it is looked at. */
export const leftReasons = [
  'unreadable',
  'no_mandate',
  'category',
  'not_ended',
  'not_active',
  'sent',
  'in_the_way',
] as const
export type LeftReason = (typeof leftReasons)[number]

/** Whose part it is, or why it stays. */
export type Owner =
  | { readonly employerId: string; readonly leftFor?: undefined }
  | { readonly leftFor: LeftReason }

/**
 * The company whose part this is, when this person may declare it today. Of a company that gave no mandate nothing is
 * told, not even whether there is one of that number; of the others, what its mandate lets them know (attack AT98).
 */
export function ownerOf(part: Part, granted: readonly Granted[], today: LocalDate): Owner {
  if (part.employerNumber === '') return { leftFor: 'unreadable' }
  const ofCompany = granted.filter(({ company }) => company.number === part.employerNumber)
  if (ofCompany.length === 0) return { leftFor: 'no_mandate' }
  if (part.category === '') return { leftFor: 'unreadable' }
  const one = ofCompany.find(({ category }) => category.category === part.category)
  if (!one) return { leftFor: 'category' }
  const period = parseQuarter(part.period)
  if (!period.ok) return { leftFor: 'unreadable' }
  if (lastDay(period.value) >= today) return { leftFor: 'not_ended' }
  const same = (quarter: typeof period.value) => compareQuarters(quarter, period.value) === 0
  if (!quartersOwed(one.category, today).some(same)) return { leftFor: 'not_active' }
  if (one.sent.some(({ quarter }) => same(quarter))) return { leftFor: 'sent' }
  return { employerId: one.company.id }
}

const refusals: Readonly<Record<string, LeftReason>> = {
  'declarations.already_sent': 'sent',
  'declarations.checked_meanwhile': 'in_the_way',
  'declarations.would_lose_work': 'in_the_way',
}

/** What the check itself says: somebody's work is in the way, or it was sent, or the mandate withdrawn meanwhile. */
export function leftBy(refusal: string): LeftReason {
  return refusals[refusal] ?? 'no_mandate'
}
