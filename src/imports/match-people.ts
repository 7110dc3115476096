import { isSameName } from '../access/administration/new-user.ts'
import { teleserviceOf } from '../access/administration/cell.ts'
import type { Service } from '../actors/actor.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { KnownRow } from './compare.ts'
import type { ImportCode } from './import-finding.ts'
import type { Match } from './match-rows.ts'
import type { Values } from './read-row.ts'
import { findAgentKeys, findDelegates, findSubscribing } from './store/delegates.ts'
import type { KnownEmployer } from './store/employers.ts'
import { type CompanyFacts, findCompanyFacts, findUsers, userKey } from './store/users.ts'

/** Why a person does not come by file. */
export type Obstacle = Extract<
  ImportCode,
  | 'person_of_closed'
  | 'person_is_agent'
  | 'person_other_name'
  | 'subscription_waits'
  | 'delegate_missing'
  | 'service_missing'
  | 'category_inactive'
>

type EmployerOf = (row: Values) => KnownEmployer | undefined

const nothing = { category: undefined, identitySealed: null, otherNumber: null }

/** A company has one delegate: whoever is in office is the row that is known. */
export async function matchDelegates(
  tx: Tx,
  rows: readonly Values[],
  employerOf: EmployerOf,
): Promise<Match[]> {
  const ids = rows.flatMap((row) => employerOf(row)?.id ?? [])
  const inOffice = await findDelegates(tx, ids)
  const subscribing = await findSubscribing(tx, ids)
  const agents = await findAgentKeys(
    tx,
    rows.flatMap((row) => row['identity'] ?? []),
  )
  const obstacleOf = (row: Values, employer: KnownEmployer | undefined): Obstacle | null => {
    if (employer?.isClosed) return 'person_of_closed'
    if (agents.has(row['identity'] ?? '')) return 'person_is_agent'
    return subscribing.has(employer?.id ?? '') ? 'subscription_waits' : null
  }
  return rows.map((row) => {
    const employer = employerOf(row)
    const known = asAsked(inOffice.get(employer?.id ?? ''), row)
    return { ...nothing, employer, known, obstacle: known ? null : obstacleOf(row, employer) }
  })
}

/** A company that has every service of the line, and others besides, has what the line asks for. */
function asAsked(known: KnownRow | undefined, row: Values): KnownRow | undefined {
  const { services } = row
  const has = new Set(known?.values['services']?.split(','))
  if (!known || !services?.split(',').every((one) => has.has(one))) return known
  return { ...known, values: { ...known.values, services } }
}

/** A person has one login for each service of a company: theirs is the row that is known (product A7). */
// oxlint-disable-next-line max-params -- the transaction, the lines, whose, when
export async function matchUsers(
  tx: Tx,
  rows: readonly Values[],
  employerOf: EmployerOf,
  today: LocalDate,
): Promise<Match[]> {
  const ids = rows.flatMap((row) => employerOf(row)?.id ?? [])
  const keys = rows.flatMap((row) => row['identity'] ?? [])
  const users = await findUsers(tx, ids, keys)
  const facts = await findCompanyFacts(tx, ids, { keys, today })
  const agents = await findAgentKeys(tx, keys)
  return rows.map((row) => {
    const employer = employerOf(row)
    const known = users.get(userKey(employer?.id, row['service'], row['identity']))
    const company = facts.get(employer?.id ?? '')
    const obstacle =
      known || !employer
        ? null
        : userObstacle(row, { employer, company, isAgent: agents.has(row['identity'] ?? '') })
    return { ...nothing, employer, known, obstacle }
  })
}

interface Around {
  readonly employer: KnownEmployer
  readonly company: CompanyFacts | undefined
  readonly isAgent: boolean
}

/** What the form of the delegate would refuse as well: the service, the categories, the name (quality AT46, AT64, AT65). */
function userObstacle(row: Values, { employer, company, isAgent }: Around): Obstacle | null {
  if (employer.isClosed) return 'person_of_closed'
  if (!company?.delegateId) return 'delegate_missing'
  if (isAgent) return 'person_is_agent'
  const { service, categories, identity, firstName, lastName } = row
  if (service && !company.services.has(teleserviceOf(service as Service))) return 'service_missing'
  if (categories?.split(',').some((one) => !company.categories.has(one))) return 'category_inactive'
  if (!firstName || !lastName) return null
  const names = company.names.filter(({ key }) => key === identity)
  return names.every((name) => isSameName(name, { firstName, lastName }))
    ? null
    : 'person_other_name'
}
