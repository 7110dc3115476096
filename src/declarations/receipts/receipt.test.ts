import { describe, expect, it } from 'vitest'
import { localDate } from '../../calendar/index.ts'
import { wordsIn } from '../../web/words/index.ts'
import { latenessOf } from './printed-receipt.ts'
import { daysLate, type ReceiptFacts } from './receipt.ts'

const dueOn = localDate('2026-10-30')
const sent = (at: string, revision = 1) =>
  ({ declaration: { sentAt: new Date(at), revision }, dueOn }) as unknown as ReceiptFacts

describe('a declaration that came late', () => {
  it.each([
    ['2026-10-30T22:30:00Z', 0],
    ['2026-10-31T08:00:00Z', 1],
    ['2026-12-01T08:00:00Z', 32],
  ])('sent %s is %d days late, by the day in Morocco', (at, days) => {
    expect(daysLate(sent(at))).toBe(days)
  })

  it('is not its correction, whenever that comes', () => {
    expect(daysLate(sent('2027-01-15T08:00:00Z', 2))).toBe(0)
  })

  it('is told with how long and since when, in both languages', () => {
    const [one, two] = [sent('2026-10-31T08:00:00Z'), sent('2026-11-01T08:00:00Z')]
    expect(latenessOf(one, wordsIn('fr').desk, 'fr')?.replaceAll(/\s/g, ' ')).toBe(
      'En retard de 1 jour : elle était attendue au plus tard le 30 octobre 2026.',
    )
    expect(latenessOf(two, wordsIn('ar').desk, 'ar')).toContain('يومين')
    expect(latenessOf(sent('2026-10-01T08:00:00Z'), wordsIn('fr').desk, 'fr')).toBeUndefined()
  })
})
