import { fullName } from '../accounts.ts'
import type { DepartureSign, Standing, User } from './user.ts'

/** What a delegate looks for in a long list: one word for several standings. */
export const userStates = ['active', 'waiting', 'gone', 'suspended'] as const
export type UserState = (typeof userStates)[number]

export interface UserQuery {
  readonly search: string
  readonly state: UserState | null
  /** The last user of the page before, or the first of the page after: pages follow people, not numbers. */
  readonly after: string | null
  readonly before: string | null
}

export interface UserPage {
  readonly users: readonly User[]
  /** Of those that the query leaves, counted from 1; both 0 when there is none. */
  readonly from: number
  readonly to: number
  readonly found: number
  readonly hasBefore: boolean
  readonly hasAfter: boolean
}

const usersPerPage = 50

/** As the list is read: by name, then by login, so that two of one name keep their places. */
function byName(one: User, other: User): number {
  return (
    sortKey(one).localeCompare(sortKey(other), 'fr') ||
    (one.login ?? '').localeCompare(other.login ?? '') ||
    one.id.localeCompare(other.id)
  )
}

/** The users that a search and a state leave; `stateOf` tells in which of the four each stands. */
export function narrowUsers(
  users: readonly User[],
  query: Pick<UserQuery, 'search' | 'state'>,
  stateOf: (user: User) => UserState,
): User[] {
  const words = wordsOf(query.search)
  return users
    .filter((user) => query.state === null || stateOf(user) === query.state)
    .filter((user) => {
      const told = textOf(user)
      return words.every((word) => told.includes(word))
    })
    .toSorted(byName)
}

/**
 * Fifty of them, from where the last page ended. Somebody added or removed meanwhile moves nobody twice; a page whose
 * first person is gone begins again.
 */
export function pageOfUsers(
  users: readonly User[],
  { after, before }: Pick<UserQuery, 'after' | 'before'>,
): UserPage {
  const ended = users.findIndex(({ id }) => id === after)
  const begun = users.findIndex(({ id }) => id === before)
  const start = begun > 0 ? Math.max(0, begun - usersPerPage) : ended + 1
  const end = begun > 0 ? begun : start + usersPerPage
  const shown = users.slice(start, end)
  return {
    users: shown,
    from: shown.length === 0 ? 0 : start + 1,
    to: start + shown.length,
    found: users.length,
    hasBefore: start > 0,
    hasAfter: end < users.length,
  }
}

/** «Semble parti» first: it is what the list shows, and what asks for something. */
export function stateOf(standing: Standing, gone: DepartureSign | undefined): UserState {
  if (standing === 'active') return gone ? 'gone' : 'active'
  return standing === 'suspended' || standing === 'removed' ? 'suspended' : 'waiting'
}

function sortKey({ lastName, firstName }: User): string {
  return `${lastName || firstName} ${firstName}`.trim()
}

function textOf(user: User): string {
  return fold([fullName(user), user.login, user.email, user.jobTitle, user.firm].join(' '))
}

function wordsOf(search: string): string[] {
  return fold(search)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Case, accents and the forms of alef are no difference to who searches. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .toLowerCase()
}
