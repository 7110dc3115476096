/** The words that a reason is told in; any other code is told as the bank wrote it. */
export type ReasonFamily = 'no_money' | 'account' | 'mandate' | 'refused' | 'taken_back' | 'other'

export function reasonFamily(reason: string): ReasonFamily {
  if (reason === 'AM04') return 'no_money'
  if (['AC01', 'AC04', 'AC06'].includes(reason)) return 'account'
  if (['MD01', 'MD07'].includes(reason)) return 'mandate'
  if (['MS02', 'MS03', 'SL01'].includes(reason)) return 'refused'
  if (reason === 'MD06') return 'taken_back'
  return 'other'
}
