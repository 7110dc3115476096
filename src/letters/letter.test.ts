import { describe, expect, it } from 'vitest'
import { Refusal } from '../actors/refusal.ts'
import { spentMsAt } from '../calendar/index.ts'
import {
  accept,
  apply,
  askCompletion,
  canHappen,
  type Letter,
  type LetterEvent,
  letterStates,
  receive,
  refuseLetter,
  withdraw,
} from './letter.ts'

const hourMs = 3_600_000
const monday = new Date('2026-11-23T09:00:00Z')
const none = new Set<never>()

function hoursAfter(hours: number): Date {
  return new Date(monday.getTime() + hours * hourMs)
}

function aLetter(changes: Partial<Letter> = {}): Letter {
  return {
    id: 'c0000000-0000-4000-8000-000000000001',
    reference: 'AB-0000-0000',
    kind: 'subscription',
    employerNumber: '005839',
    employerId: 'e0000000-0000-4000-8000-000000000001',
    state: 'awaiting_signature',
    stateSince: monday,
    language: 'fr',
    applicant: { name: 'Samira Idrissi', email: 's.idrissi@example.com' },
    sections: [],
    data: {},
    replacesDelegate: false,
    agentsRequired: 1,
    clock: { spentMs: 0, runningSince: null },
    createdAt: monday,
    receivedAt: null,
    decidedAt: null,
    effectiveAt: null,
    appliedAt: null,
    reasons: [],
    note: '',
    takenBy: null,
    takenAt: null,
    version: 1,
    ...changes,
  }
}

describe('what may happen to a letter', () => {
  const allowed: Record<(typeof letterStates)[number], readonly LetterEvent[]> = {
    awaiting_signature: ['receive', 'withdraw', 'expire', 'lose_object'],
    received: ['receive', 'ask_completion', 'accept', 'refuse', 'withdraw', 'lose_object'],
    to_complete: ['receive', 'refuse', 'withdraw', 'expire', 'lose_object'],
    accepted: ['apply', 'refuse', 'lose_object'],
    applied: [],
    refused: [],
    withdrawn: [],
    expired: [],
    without_object: [],
  }
  const events: readonly LetterEvent[] = [
    'receive',
    'ask_completion',
    'accept',
    'apply',
    'refuse',
    'withdraw',
    'expire',
    'lose_object',
  ]
  for (const state of letterStates) {
    it(`${state}: ${allowed[state].join(', ') || 'nothing more'}`, () => {
      const possible = events.filter((event) => canHappen({ state }, event))
      expect(possible).toEqual(allowed[state])
    })
  }

  it('what is decided is refused a second decision, with a sentence', () => {
    const refused = aLetter({ state: 'refused' })
    expect(() => accept(refused, monday, monday, none)).toThrow(Refusal)
    expect(() => receive(refused, monday)).toThrow('letters.too_late')
  })
})

describe('the 48 hours', () => {
  it('do not run before the signed form is back', () => {
    expect(aLetter().clock.runningSince).toBeNull()
  })

  it('run from the complete file, wait for the completion, and go on where they stood', () => {
    const received = receive(aLetter(), monday)
    const asked = askCompletion(
      received,
      { reasons: ['missing_stamp'], note: '' },
      hoursAfter(5),
      none,
    )
    expect(asked.clock).toEqual({ spentMs: 5 * hourMs, runningSince: null })
    const back = receive(asked, hoursAfter(30))
    expect(spentMsAt(back.clock, hoursAfter(32), none)).toBe(7 * hourMs)
    expect(back.reasons).toEqual([])
  })

  it('are not given back by a second scan', () => {
    const received = receive(aLetter(), monday)
    const again = receive({ ...received, takenBy: 'an agent', takenAt: monday }, hoursAfter(10))
    expect(spentMsAt(again.clock, hoursAfter(10), none)).toBe(10 * hourMs)
    expect(again.receivedAt).toEqual(monday)
    expect(again.takenBy).toBeNull()
  })

  it('stay stopped when a scan arrives while an objection is undecided', () => {
    const paused = aLetter({ state: 'received', clock: { spentMs: hourMs, runningSince: null } })
    expect(receive(paused, monday, true).clock.runningSince).toBeNull()
  })

  it('stop with every decision, and with the applicant giving up', () => {
    const received = receive(aLetter(), monday)
    const answer = { reasons: ['duplicate'], note: '' }
    const ends = [
      accept(received, hoursAfter(24), hoursAfter(3), none),
      refuseLetter(received, answer, hoursAfter(3), none),
      withdraw(received, hoursAfter(3), none),
    ]
    for (const end of ends) expect(end.clock).toEqual({ spentMs: 3 * hourMs, runningSince: null })
  })
})

describe('what is accepted', () => {
  it('is in force when it is applied, not before', () => {
    const accepted = accept(receive(aLetter(), monday), hoursAfter(24), hoursAfter(2), none)
    expect(accepted).toMatchObject({
      state: 'accepted',
      decidedAt: hoursAfter(2),
      effectiveAt: hoursAfter(24),
      appliedAt: null,
    })
    expect(apply(accepted, hoursAfter(24))).toMatchObject({
      state: 'applied',
      appliedAt: hoursAfter(24),
    })
  })
})
