import { describe, expect, it } from 'vitest'
import {
  isUndecided,
  type Objection,
  objectionDeadline,
  refuseLateObjection,
  unopposedFrom,
} from './objection.ts'

const warnedAt = new Date('2026-11-20T17:00:00Z')
const openUntil = objectionDeadline(warnedAt)
const during = new Date('2026-11-21T10:00:00Z')
const after = new Date('2026-11-21T17:00:00Z')

function anObjection(changes: Partial<Objection> = {}): Objection {
  return {
    id: 'o',
    letterId: 'l',
    warnedAt,
    openUntil,
    raisedAt: null,
    statement: null,
    decision: null,
    decisionNote: null,
    decidedBy: null,
    decidedAt: null,
    ...changes,
  }
}

describe('the right to object', () => {
  it('lasts 24 real hours, from a Friday evening to the Saturday', () => {
    expect(openUntil).toEqual(new Date('2026-11-21T17:00:00Z'))
  })

  it('is used once, in time, and before the letter is in force', () => {
    const received = { state: 'received' } as const
    expect(() => refuseLateObjection(received, anObjection(), during)).not.toThrow()
    expect(() => refuseLateObjection(received, anObjection(), after)).toThrow(
      'letters.objection_too_late',
    )
    expect(() => refuseLateObjection({ state: 'applied' }, anObjection(), during)).toThrow(
      'letters.objection_too_late',
    )
    expect(() => refuseLateObjection(received, anObjection({ raisedAt: during }), during)).toThrow(
      'letters.objection_already_raised',
    )
  })
})

describe('from when nobody can stop the letter', () => {
  const cases: readonly [string, Objection | undefined, Date | null][] = [
    ['nobody was warned', undefined, during],
    ['warned, silent, within the window', anObjection(), openUntil],
    ['raised, undecided', anObjection({ raisedAt: during }), null],
    [
      'dismissed by a supervisor before its hours are over',
      anObjection({ raisedAt: during, decision: 'dismissed' }),
      openUntil,
    ],
  ]
  for (const [name, objection, expected] of cases) {
    it(`the letter, ${name}`, () => expect(unopposedFrom(objection, during)).toEqual(expected))
  }

  it('warned and silent, after the window: at once', () => {
    expect(unopposedFrom(anObjection(), after)).toEqual(after)
    expect(isUndecided(anObjection())).toBe(false)
  })
})
