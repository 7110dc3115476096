import { describe, expect, it } from 'vitest'
import { narrowUsers, pageOfUsers, stateOf } from './narrow-users.ts'
import type { User } from './user.ts'

function aUser(id: string, wishes: Partial<User> = {}): User {
  return {
    id,
    service: 'employer_account',
    state: 'active',
    firstName: 'Nora',
    lastName: `Nom ${id}`,
    login: `n${id}.compte.005839`,
    firm: null,
    jobTitle: 'Comptable',
    email: `n${id}@atlas.example`,
    phone: '',
    language: 'fr',
    isMaker: false,
    isValidator: false,
    confirmsFrom: null,
    lastSignedInAt: null,
    createdAt: new Date(0),
    stateReason: '',
    stateChangedAt: new Date(0),
    provisionalUntil: null,
    linkUntil: null,
    bounced: false,
    mandate: null,
    version: 1,
    ...wishes,
  }
}

const everything = { search: '', state: null }
const active = () => 'active' as const
const idsOf = (users: readonly User[]) => users.map(({ id }) => id)

describe('a search among users', () => {
  const users = [
    aUser('1', { lastName: 'Élalami', firstName: 'Hicham' }),
    aUser('2', { lastName: 'Benali', firstName: 'Hicham', login: 'paie.005839' }),
    aUser('3', { lastName: 'أحمد', firstName: 'سلمى', firm: 'Fiduciaire Al Amal' }),
  ]

  it.each([
    ['elalami', ['1']],
    ['HICHAM', ['2', '1']],
    ['hicham benali', ['2']],
    ['paie.005', ['2']],
    ['n1@atlas', ['1']],
    ['al amal', ['3']],
    ['احمد', ['3']],
    ['personne', []],
  ])('finds «%s» without minding case or accents', (search, expected) => {
    expect(idsOf(narrowUsers(users, { ...everything, search }, active))).toEqual(expected)
  })

  it('keeps those of one state', () => {
    const suspended = (user: User) => (user.id === '2' ? 'suspended' : 'active')
    const query = { search: '', state: 'suspended' as const }
    expect(idsOf(narrowUsers(users, query, suspended))).toEqual(['2'])
  })

  it('tells apart who works, who is awaited, who looks gone and who is suspended', () => {
    expect(stateOf('active', undefined)).toBe('active')
    expect(stateOf('active', { kind: 'dormant' })).toBe('gone')
    expect(stateOf('link_expired', undefined)).toBe('waiting')
    expect(stateOf('declined', undefined)).toBe('waiting')
    expect(stateOf('suspended', undefined)).toBe('suspended')
  })
})

describe('pages of users', () => {
  const name = (n: number) => String(n).padStart(3, '0')
  const users = narrowUsers(
    Array.from({ length: 120 }, (_, n) => aUser(name(n))).toReversed(),
    everything,
    active,
  )

  it('are fifty, forward and back, by the people at their ends', () => {
    const first = pageOfUsers(users, { after: null, before: null })
    expect(first).toMatchObject({ from: 1, to: 50, found: 120, hasBefore: false, hasAfter: true })
    const second = pageOfUsers(users, { after: first.users.at(-1)?.id ?? '', before: null })
    expect(second).toMatchObject({ from: 51, to: 100, hasBefore: true, hasAfter: true })
    const last = pageOfUsers(users, { after: second.users.at(-1)?.id ?? '', before: null })
    expect(last).toMatchObject({ from: 101, to: 120, hasAfter: false })
    const back = pageOfUsers(users, { after: null, before: last.users[0]?.id ?? '' })
    expect(idsOf(back.users)).toEqual(idsOf(second.users))
  })

  it('skip nobody when somebody of the page before was removed meanwhile', () => {
    const without = users.filter(({ id }) => id !== name(10))
    expect(pageOfUsers(without, { after: name(49), before: null }).users[0]?.id).toBe(name(50))
  })

  it('begin again when the person at their end is gone', () => {
    expect(pageOfUsers(users, { after: 'gone', before: null }).from).toBe(1)
    expect(pageOfUsers([], { after: null, before: null })).toMatchObject({ from: 0, to: 0 })
  })
})
