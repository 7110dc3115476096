import { describe, expect, it } from 'vitest'
import type { Letter } from '../letters/letter.ts'
import { type Objection, objectionDeadline } from '../letters/objection.ts'
import { type CaseFacts, decideCase, mayApply, type Verdict } from './case-decision.ts'
import { checklistOf, checks, commonChecks } from './checklist.ts'

const hourMs = 3_600_000
const now = new Date('2026-11-24T10:00:00Z')
const warnedAt = new Date('2026-11-24T08:00:00Z')

function aLetter(changes: Partial<Letter> = {}): Letter {
  return {
    id: 'l',
    reference: 'AB-0000-0000',
    kind: 'subscription',
    employerNumber: '005839',
    employerId: 'e',
    state: 'received',
    stateSince: warnedAt,
    language: 'fr',
    applicant: { name: 'Khadija Lahlou', email: 'k.lahlou@example.com' },
    sections: [],
    data: {},
    replacesDelegate: false,
    agentsRequired: 1,
    clock: { spentMs: 0, runningSince: warnedAt },
    createdAt: warnedAt,
    receivedAt: warnedAt,
    decidedAt: null,
    effectiveAt: null,
    appliedAt: null,
    reasons: [],
    note: '',
    takenBy: 'a1',
    takenAt: warnedAt,
    version: 3,
    ...changes,
  }
}

function facts(changes: Partial<CaseFacts> = {}): CaseFacts {
  return {
    letter: aLetter(),
    proof: { id: 'p1', isScanned: true, isLookedInto: true, openedByReviewer: true },
    identityCompared: true,
    reviewer: { agentId: 'a1', personKey: 'person 1', ownEmployerNumber: null },
    acceptances: [],
    objection: undefined,
    objectionDecider: undefined,
    now,
    holidays: new Set(),
    ...changes,
  }
}

function objection(changes: Partial<Objection> = {}): Objection {
  return {
    id: 'o',
    letterId: 'l',
    warnedAt,
    openUntil: objectionDeadline(warnedAt),
    raisedAt: null,
    statement: null,
    decision: null,
    decisionNote: null,
    decidedBy: null,
    decidedAt: null,
    ...changes,
  }
}

const accept: Verdict = { verdict: 'accept', checklist: checklistOf(checks) }
const refuse: Verdict = {
  verdict: 'refuse',
  checklist: checklistOf([]),
  reasons: ['not_authorised'],
  note: '',
}
const complete: Verdict = { ...refuse, verdict: 'complete', reasons: ['missing_stamp'] }

describe('who may decide', () => {
  const reviewer = facts().reviewer
  const cases: readonly [string, Partial<CaseFacts>, string][] = [
    [
      'nobody on their own employer',
      { reviewer: { ...reviewer, ownEmployerNumber: '005839' } },
      'agency.own_employer',
    ],
    ['nobody without a proof', { proof: undefined }, 'agency.no_proof'],
    [
      'nobody on a paper that is not scanned',
      { proof: { id: 'p1', isScanned: false, isLookedInto: true, openedByReviewer: true } },
      'agency.not_scanned',
    ],
    [
      'nobody on a scan that they did not open',
      { proof: { id: 'p1', isScanned: true, isLookedInto: true, openedByReviewer: false } },
      'agency.proof_not_opened',
    ],
    [
      'nobody on a scan that the antivirus has not looked into',
      { proof: { id: 'p1', isScanned: true, isLookedInto: false, openedByReviewer: true } },
      'scans.waiting',
    ],
  ]
  for (const [name, changes, code] of cases) {
    it(`decides: ${name}`, () => {
      for (const verdict of [accept, refuse, complete]) {
        expect(() => decideCase(facts(changes), verdict)).toThrow(code)
      }
    })
  }
})

describe('accepting', () => {
  it('takes every check', () => {
    for (const missing of commonChecks) {
      const ticked = checks.filter((check) => check !== missing)
      const verdict = { verdict: 'accept', checklist: checklistOf(ticked) } as const
      expect(() => decideCase(facts(), verdict)).toThrow('agency.checklist_incomplete')
    }
  })

  it('is impossible for a number that matches no company', () => {
    const unknown = facts({ letter: aLetter({ employerId: null }) })
    expect(() => decideCase(unknown, accept)).toThrow('agency.unknown_number')
    expect(decideCase(unknown, refuse).outcome).toBe('refused')
  })

  it('is impossible once decided, or while the applicant owes something', () => {
    for (const state of ['to_complete', 'accepted', 'applied', 'refused', 'expired'] as const) {
      expect(() => decideCase(facts({ letter: aLetter({ state }) }), accept)).toThrow(
        'letters.too_late',
      )
    }
  })

  it('takes effect at once when nobody has to be heard', () => {
    expect(decideCase(facts(), accept)).toMatchObject({
      outcome: 'accepted',
      applyAt: now,
      letter: { state: 'accepted', effectiveAt: now, clock: { runningSince: null } },
    })
  })
})

describe('two agents', () => {
  const two = aLetter({ agentsRequired: 2 })
  const first = { agentId: 'a2', personKey: 'person 2' }

  it('the first leaves the file to another', () => {
    const outcome = decideCase(facts({ letter: two }), accept)
    expect(outcome.outcome).toBe('second_agent_needed')
    expect(outcome.letter).toMatchObject({ state: 'received', takenBy: null })
  })

  it('the second decides', () => {
    const outcome = decideCase(facts({ letter: two, acceptances: [first] }), accept)
    expect(outcome.outcome).toBe('accepted')
  })

  it('one person is one agent, by their account and by their identity', () => {
    for (const same of [
      { agentId: 'a1', personKey: 'person 1' },
      { agentId: 'another account', personKey: 'person 1' },
    ]) {
      expect(() => decideCase(facts({ letter: two, acceptances: [same] }), accept)).toThrow(
        'agency.accepted_by_you',
      )
    }
  })

  it('either may still refuse', () => {
    const outcome = decideCase(facts({ letter: two, acceptances: [first] }), refuse)
    expect(outcome).toMatchObject({
      outcome: 'refused',
      letter: { state: 'refused', reasons: ['not_authorised'] },
    })
  })
})

describe('when it takes effect', () => {
  const cases: readonly [string, Partial<CaseFacts>, Date | null][] = [
    ['warned and silent: after 24 hours', { objection: objection() }, objectionDeadline(warnedAt)],
    ['an objection is undecided: not yet known', { objection: objection({ raisedAt: now }) }, null],
    [
      'the objection was dismissed: at the end of its 24 hours all the same',
      { objection: objection({ raisedAt: now, decision: 'dismissed' }) },
      objectionDeadline(warnedAt),
    ],
    [
      'another e-mail address: 24 hours after acceptance',
      { letter: aLetter({ kind: 'email_update' }) },
      new Date(now.getTime() + 24 * hourMs),
    ],
  ]
  for (const [name, changes, applyAt] of cases) {
    it(`of the letter, ${name}`, () => {
      expect(decideCase(facts(changes), accept)).toMatchObject({ outcome: 'accepted', applyAt })
    })
  }

  it('the job applies what is accepted and due, and nothing else', () => {
    const due = aLetter({ state: 'accepted', effectiveAt: now })
    expect(mayApply(due, undefined, now)).toBe(true)
    expect(mayApply(due, objection({ raisedAt: warnedAt }), now)).toBe(false)
    const later = new Date(now.getTime() + 1)
    expect(mayApply({ ...due, effectiveAt: later }, undefined, now)).toBe(false)
    for (const state of ['received', 'refused', 'withdrawn', 'applied'] as const) {
      expect(mayApply({ ...due, state }, undefined, now)).toBe(false)
    }
  })
})

describe('answering', () => {
  it('a refusal and a completion say why', () => {
    for (const verdict of [refuse, complete]) {
      expect(() => decideCase(facts(), { ...verdict, reasons: [] })).toThrow('agency.reason_needed')
    }
  })

  it('what was accepted is not refused by an agent alone', () => {
    const accepted = facts({ letter: aLetter({ state: 'accepted' }) })
    for (const verdict of [refuse, complete]) {
      expect(() => decideCase(accepted, verdict)).toThrow('letters.too_late')
    }
  })

  it('asking for a completion stops the clock', () => {
    expect(decideCase(facts(), complete)).toMatchObject({
      outcome: 'to_complete',
      letter: { state: 'to_complete', clock: { spentMs: 2 * hourMs, runningSince: null } },
    })
  })
})
