import type { Change } from './changes.ts'
import type { Page } from './documents.ts'
import type { ClaimHistory } from './requests.ts'

/** One sending of a claim, the first or a completion, and what came with it. */
export interface Sending {
  readonly isFirst: boolean
  readonly at: Date
  /** What the company answered to what was asked. */
  readonly reply: string
  readonly pages: readonly Page[]
  /** Answers written otherwise since the sending before. */
  readonly changes: readonly Change[]
}

/** What was in hand at each sending, and what came when: what was added since the last one was sent to nobody. */
export function sendingsOf({ steps, pages, changes }: ClaimHistory): Sending[] {
  const sent = steps.filter(({ step }) => step === 'sent' || step === 'completed')
  return sent.map(({ step, at, note }, index) => {
    const former = sent[index - 1]?.at
    const isOfThis = (day: Date) => day <= at && (!former || day > former)
    return {
      isFirst: step === 'sent',
      at,
      reply: note,
      pages: pages.filter(
        ({ addedAt, removedAt }) => isOfThis(addedAt) && (removedAt === null || removedAt > at),
      ),
      changes: once(changes.filter((change) => isOfThis(change.at))),
    }
  })
}

/** A change is kept for each document that proves it. */
function once(changes: ClaimHistory['changes']): Change[] {
  const said = changes.map(
    (one) => [`${one.fact} ${one.before} ${one.after} ${one.at.getTime()}`, one] as const,
  )
  return [...new Map(said).values()]
}

/** The account of somebody as it was on a day, masked: every later change undone, the newest first. */
export function accountOn(account: string, changes: ClaimHistory['changes'], on: Date): string {
  return changes
    .filter(({ fact, at }) => fact === 'account' && at > on)
    .reduceRight((now, { before, after }) => (after === now ? before : now), account)
}
