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

/** What changed while a part was being checked: sent by somebody else, or the mandate withdrawn. */
export function leftBy(refusal: string): LeftReason {
  return refusal === 'declarations.already_sent' ? 'sent' : 'no_mandate'
}
