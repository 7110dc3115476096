import { describe, expect, it } from 'vitest'
import type { Letter } from '../letters/letter.ts'
import { isShown, type QueueFilter, queueOf, type WaitingLetter } from './queue.ts'

const hourMs = 3_600_000
const now = new Date('2026-11-26T10:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs)

function waiting(
  reference: string,
  letter: Partial<Letter> = {},
  others: Partial<WaitingLetter> = {},
): WaitingLetter {
  return {
    letter: {
      id: reference,
      reference,
      kind: 'subscription',
      employerNumber: '005839',
      employerId: 'e',
      state: 'received',
      stateSince: hoursAgo(5),
      language: 'fr',
      applicant: { name: 'Khadija Lahlou', email: 'k.lahlou@example.com' },
      sections: [],
      data: {},
      replacesDelegate: false,
      agentsRequired: 1,
      clock: { spentMs: 0, runningSince: hoursAgo(5) },
      createdAt: hoursAgo(9),
      receivedAt: hoursAgo(5),
      decidedAt: null,
      effectiveAt: null,
      appliedAt: null,
      reasons: [],
      note: '',
      takenBy: null,
      takenAt: null,
      version: 1,
      ...letter,
    },
    company: 'Atlas Textile SA',
    taker: null,
    acceptances: 0,
    hasOpenObjection: false,
    ...others,
  }
}

const around = { agentId: 'me', now, holidays: new Set<never>() }
const toDo: QueueFilter = { kind: null, state: 'waiting', mine: false, overdue: false }

const fresh = waiting('fresh')
const old = waiting('old', {
  receivedAt: hoursAgo(60),
  clock: { spentMs: 0, runningSince: hoursAgo(60) },
})
const atApplicant = waiting('at applicant', {
  state: 'to_complete',
  clock: { spentMs: 47 * hourMs, runningSince: null },
})
const opposed = waiting(
  'opposed',
  { clock: { spentMs: hourMs, runningSince: null } },
  { hasOpenObjection: true },
)
const mine = waiting(
  'mine',
  { kind: 'debit_mandate', takenBy: 'me', takenAt: hoursAgo(1) },
  { taker: 'Imane Zerouali' },
)
const forgotten = waiting(
  'forgotten',
  { takenBy: 'other', takenAt: hoursAgo(5) },
  { taker: 'Yassine Hajji' },
)

describe('the order of the queue', () => {
  it('puts objections first, then the shortest time left, then what waits for somebody else', () => {
    const items = queueOf([fresh, atApplicant, opposed, old], around)
    expect(items.map(({ reference, kind }) => [reference, kind])).toEqual([
      ['opposed', 'objection'],
      ['old', 'subscription'],
      ['fresh', 'subscription'],
      ['opposed', 'subscription'],
      ['at applicant', 'subscription'],
    ])
  })
})

describe('what the filters leave', () => {
  const items = queueOf([fresh, old, atApplicant, opposed, mine, forgotten], around)
  const cases: readonly [string, Partial<QueueFilter>, readonly string[]][] = [
    [
      'by default, what an agent must do',
      {},
      ['opposed', 'old', 'fresh', 'mine', 'forgotten', 'opposed'],
    ],
    ['at the applicant’s', { state: 'to_complete' }, ['at applicant']],
    ['one kind', { kind: 'debit_mandate' }, ['mine']],
    ['objections only', { kind: 'objection' }, ['opposed']],
    ['mine', { mine: true }, ['mine']],
    ['overdue, never what is paused', { overdue: true, state: 'all' }, ['old']],
  ]
  for (const [name, changes, expected] of cases) {
    it(`is, ${name}`, () => {
      const shown = items.filter((item) => isShown(item, { ...toDo, ...changes }))
      expect(shown.map(({ reference }) => reference)).toEqual(expected)
    })
  }

  it('a file taken and forgotten is in nobody’s hands', () => {
    const item = items.find(({ reference }) => reference === 'forgotten')
    expect(item).toMatchObject({ taker: null, isMine: false })
  })
})
