import type { Tx } from '../platform/db/database.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { KnownRow } from './compare.ts'
import { givesPower, type ImportKind } from './import-kind.ts'
import { matchDelegates, matchUsers, type Obstacle } from './match-people.ts'
import type { Values } from './read-row.ts'
import { categoryKey, findCategories } from './store/categories.ts'
import { findEmployers, type KnownEmployer } from './store/employers.ts'
import {
  findMember,
  findMembers,
  type KnownMember,
  noNumber,
  type WantedMember,
} from './store/members.ts'

/** What the fund knows of a row: its company, its category, the row itself. */
export interface Match {
  readonly employer: KnownEmployer | undefined
  readonly category: KnownRow | undefined
  readonly known: KnownRow | undefined
  /** Of a known member, the sealed identity: to show what would change, masked. */
  readonly identitySealed: Buffer | null
  /** The person has another number than the one given. */
  readonly otherNumber: string | null
  /** Of a delegate or a user: what forbids that they come by file. */
  readonly obstacle: Obstacle | null
}

const unknown = { known: undefined, identitySealed: null, otherNumber: null, obstacle: null }
const nothing: Match = { ...unknown, employer: undefined, category: undefined }

/** Looks up a batch of rows at once, in their order. `locked`, nobody changes them until the transaction ends. */
export async function matchRows(
  tx: Tx,
  kind: ImportKind,
  rows: readonly Values[],
  { locked = false, today }: { readonly locked?: boolean; readonly today: LocalDate },
): Promise<Match[]> {
  const numbers = rows.flatMap((row) => row['employerNumber'] ?? [])
  const isOfCompany = kind === 'employers' || givesPower(kind)
  const employers = await findEmployers(tx, numbers, locked && isOfCompany)
  const employerOf = (row: Values) => employers.get(row['employerNumber'] ?? '')
  if (kind === 'employers') {
    return rows.map((row) => ({ ...nothing, employer: employerOf(row), known: employerOf(row) }))
  }
  if (kind === 'delegates') return matchDelegates(tx, rows, employerOf)
  if (kind === 'users') return matchUsers(tx, rows, employerOf, today)
  const ids = [...employers.values()].map(({ id }) => id)
  const categories = await findCategories(tx, ids, locked && kind === 'categories')
  const categoryOf = (row: Values) =>
    categories.get(categoryKey(employerOf(row)?.id ?? '', row['category'] ?? ''))
  if (kind === 'categories') {
    return rows.map((row) => ({
      ...nothing,
      employer: employerOf(row),
      category: categoryOf(row),
      known: categoryOf(row),
    }))
  }
  const wanted = rows.map((row) => wantedOf(row, employerOf(row)))
  const members = await findMembers(
    tx,
    wanted.filter((one) => one.employerId !== ''),
    locked,
  )
  return rows.map((row, index) => ({
    employer: employerOf(row),
    category: categoryOf(row),
    ...matchMember(wanted[index], (one) => findMember(members, one)),
  }))
}

function wantedOf(row: Values, employer: KnownEmployer | undefined): WantedMember {
  return {
    employerId: employer?.id ?? '',
    category: row['category'] ?? '',
    memberNumber: row['memberNumber'] ?? noNumber,
    identityKey: row['identity'] ?? '',
  }
}

function matchMember(
  wanted: WantedMember | undefined,
  find: (wanted: WantedMember) => KnownMember | undefined,
): Omit<Match, 'employer' | 'category'> {
  const known = wanted && wanted.employerId !== '' ? find(wanted) : undefined
  if (!wanted || !known) return unknown
  const isOther =
    wanted.memberNumber !== noNumber &&
    known.memberNumber !== noNumber &&
    known.memberNumber !== wanted.memberNumber
  return {
    known,
    identitySealed: known.identitySealed,
    otherNumber: isOther ? known.memberNumber : null,
    obstacle: null,
  }
}
