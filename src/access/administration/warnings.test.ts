import { describe, expect, it } from 'vitest'
import { localDate } from '../../calendar/index.ts'
import { uncoveredCategories } from './coverage.ts'
import { mailboxOf, paymentWarnings } from './payment-warnings.ts'
import { departureSigns, type Mandate, standingOf, type User } from './user.ts'

const now = new Date('2026-11-24T10:00:00Z')
const today = localDate('2026-11-24')

function aUser(wishes: Partial<User> = {}): User {
  return {
    id: 'u',
    service: 'declaration_internal',
    state: 'active',
    firstName: 'Khadija',
    lastName: 'Lahlou',
    login: 'klahlou.decl.005839',
    firm: null,
    jobTitle: '',
    email: 'k@atlas.example',
    phone: '',
    language: 'fr',
    isMaker: false,
    isValidator: false,
    confirmsFrom: null,
    lastSignedInAt: now,
    createdAt: new Date('2026-01-10T10:00:00Z'),
    stateReason: '',
    stateChangedAt: now,
    provisionalUntil: null,
    linkUntil: null,
    bounced: false,
    mandate: null,
    version: 1,
    ...wishes,
  }
}

function aMandate(wishes: Partial<Mandate> = {}): Mandate {
  return {
    id: 'm',
    state: 'active',
    mode: 'prepared_file',
    categories: ['01'],
    fromOn: localDate('2026-01-10'),
    untilOn: null,
    version: 1,
    ...wishes,
  }
}

const category = (code: string, until: string | null = null) => ({
  category: code,
  label: `Catégorie ${code}`,
  activeFrom: localDate('2010-01-01'),
  activeUntil: until === null ? null : localDate(until),
})

describe('active categories', () => {
  const codes = (users: User[], categories = [category('01'), category('03')]) =>
    uncoveredCategories(categories, users, today).map((one) => one.category)

  it('are all uncovered while nobody declares', () => {
    expect(codes([])).toEqual(['01', '03'])
  })

  it('are covered by whoever holds a mandate in force, even before activation', () => {
    expect(codes([aUser({ mandate: aMandate(), state: 'invited' })])).toEqual(['03'])
  })

  it('are not covered by somebody suspended, by a mandate that ended, or by an offer', () => {
    expect(codes([aUser({ mandate: aMandate(), state: 'suspended' })])).toContain('01')
    const ended = aMandate({ untilOn: localDate('2026-11-23') })
    expect(codes([aUser({ mandate: ended })])).toContain('01')
    const offered = aUser({ mandate: aMandate({ state: 'offered' }) })
    expect(uncoveredCategories([category('01')], [offered], today)).toEqual([
      { category: '01', label: 'Catégorie 01', isOffered: true },
    ])
  })

  it('need no declarant once closed', () => {
    expect(codes([], [category('02', '2025-12-31')])).toEqual([])
  })
})

describe('users of E@syPaiement', () => {
  const user = (
    login: string,
    powers: string,
    personKey: string,
    email = `${login}@atlas.example`,
  ) => ({
    user: aUser({
      service: 'payment',
      login,
      email,
      firstName: login,
      lastName: '',
      isMaker: powers.includes('m'),
      isValidator: powers.includes('v'),
    }),
    personKey,
  })
  const kinds = (
    people: ReturnType<typeof user>[],
    confirmationsRequired: 1 | 2,
    selfConfirmation = false,
  ) => paymentWarnings(people, { confirmationsRequired, selfConfirmation }).map((one) => one.kind)

  it('say nothing while there is nobody', () => {
    expect(kinds([], 2)).toEqual([])
  })

  it('miss a second validateur with 2 confirmations', () => {
    expect(kinds([user('a', 'm', '1'), user('b', 'v', '2')], 2)).toEqual([
      'second_validator_missing',
    ])
    const complete = [user('a', 'm', '1'), user('b', 'v', '2'), user('c', 'v', '3')]
    expect(kinds(complete, 2)).toEqual([])
  })

  it('count persons, not logins: two logins of one validateur are one', () => {
    expect(kinds([user('a', 'm', '1'), user('b', 'v', '2'), user('c', 'v', '2')], 2)).toEqual([
      'second_validator_missing',
    ])
  })

  it('say which logins are one person, and that two people are needed', () => {
    const settings = { confirmationsRequired: 2, selfConfirmation: false } as const
    const twice = [user('a', 'm', '1'), user('b', 'v', '2'), user('c', 'v', '2')]
    expect(paymentWarnings(twice, settings)).toContainEqual({
      kind: 'second_validator_missing',
      logins: ['b', 'c'],
    })
    expect(paymentWarnings([user('a', 'm', '1')], settings)).toContainEqual({
      kind: 'no_validator',
      needed: 2,
    })
  })

  it('need two validateurs other than the ordonnateur', () => {
    expect(kinds([user('a', 'mv', '1'), user('b', 'v', '2')], 2)).toEqual(['no_other_validator'])
  })

  it('need one other validateur with 1 confirmation, unless the delegate allowed self-confirmation', () => {
    expect(kinds([user('a', 'mv', '1')], 1)).toEqual(['no_other_validator'])
    expect(kinds([user('a', 'mv', '1')], 1, true)).toEqual([])
    expect(kinds([user('a', 'm', '1')], 1, true)).toEqual(['no_validator'])
    expect(kinds([user('b', 'v', '2')], 1)).toEqual(['no_maker'])
  })

  it('AT65: flag one person who holds maker and validator under two logins', () => {
    const found = paymentWarnings([user('a', 'm', '1'), user('b', 'v', '1')], {
      confirmationsRequired: 1,
      selfConfirmation: false,
    })
    expect(found).toContainEqual({ kind: 'same_person', logins: ['a', 'b'] })
  })

  it('AT65: flag two identities behind one mailbox', () => {
    const people = [
      user('a', 'm', '1', 'y.alami@atlas.example'),
      user('b', 'v', '2', 'YAlami+paie@atlas.example'),
    ]
    expect(kinds(people, 1)).toEqual(['same_address'])
    expect(mailboxOf('Y.Alami+x@Atlas.example')).toBe('yalami@atlas.example')
  })
})

describe('where a user stands', () => {
  it('tells a link that waits from a link that expired', () => {
    const invited = aUser({ state: 'invited' })
    expect(standingOf({ ...invited, linkUntil: new Date('2026-11-25T10:00:00Z') }, now)).toBe(
      'link_sent',
    )
    expect(standingOf({ ...invited, linkUntil: new Date('2026-11-24T09:00:00Z') }, now)).toBe(
      'link_expired',
    )
    expect(standingOf(invited, now)).toBe('link_expired')
  })

  it('tells a provisional password that still works from one that does not', () => {
    const invited = aUser({ state: 'invited' })
    expect(
      standingOf({ ...invited, provisionalUntil: new Date('2026-11-25T10:00:00Z') }, now),
    ).toBe('provisional')
    expect(
      standingOf({ ...invited, provisionalUntil: new Date('2026-11-23T10:00:00Z') }, now),
    ).toBe('provisional_expired')
  })

  it('looks gone after 30 days without ever entering, six months without entering, or a bounced mail', () => {
    const sign = (wishes: Partial<User>) =>
      departureSigns(aUser(wishes), { now, dormantMonths: 6, leftOn: new Map() })[0]?.kind
    expect(sign({})).toBeUndefined()
    expect(sign({ lastSignedInAt: new Date('2026-05-23T10:00:00Z') })).toBe('dormant')
    expect(sign({ lastSignedInAt: new Date('2026-05-25T10:00:00Z') })).toBeUndefined()
    expect(sign({ lastSignedInAt: null, createdAt: new Date('2026-10-24T09:00:00Z') })).toBe(
      'never_signed_in',
    )
    expect(
      sign({ lastSignedInAt: null, createdAt: new Date('2026-10-26T09:00:00Z') }),
    ).toBeUndefined()
    expect(sign({ bounced: true })).toBe('bounced')
    expect(sign({ bounced: true, state: 'suspended' })).toBeUndefined()
  })
})
