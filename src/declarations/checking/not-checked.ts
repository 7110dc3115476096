import type { CheckContext } from './check-context.ts'

/** What a check can only be told, and cannot find in the file. */
export const toldFacts = [
  'employer_number',
  'category',
  'period',
  'category_rate',
  'known_members',
  'last_declaration',
  'fund_settings',
] as const

export type ToldFact = (typeof toldFacts)[number]

/** What a check was not told, and so has not checked: who has a portal knows it all, a file alone says none of it. */
export function notCheckedIn(context: CheckContext): ToldFact[] {
  const { employerNumber, categories, categoryCodes, quarter, knownMembers } = context
  const isTold: Readonly<Record<ToldFact, boolean>> = {
    employer_number: employerNumber !== undefined,
    category: (categories ?? categoryCodes) !== undefined,
    period: quarter !== undefined,
    category_rate: categories !== undefined,
    known_members: knownMembers !== undefined,
    // What was declared before comes with the members; a first declaration has none.
    last_declaration: (context.lastSent ?? knownMembers) !== undefined,
    fund_settings: context.variationPercent !== undefined,
  }
  return toldFacts.filter((fact) => !isTold[fact])
}
