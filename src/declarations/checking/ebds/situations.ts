/** What happened to an employee in the month, and its rank in the control sum (contribution-file.md, «e-BDS»). */
const ranks: Readonly<Record<string, number>> = {
  '': 0,
  SO: 1,
  DE: 2,
  IT: 3,
  IL: 4,
  AT: 5,
  CS: 6,
  MS: 7,
  MP: 8,
}

/** Left, or died: what the CNSS paid for the family is paid back whole. */
export const leavers: ReadonlySet<string> = new Set(['SO', 'DE'])
/** On unpaid leave, or laid off: neither days nor salary. */
export const unpaid: ReadonlySet<string> = new Set(['CS', 'MS'])

export function situationRank(situation: string): number | undefined {
  return ranks[situation]
}

export const situationCodes = Object.keys(ranks).filter(Boolean).join(', ')
