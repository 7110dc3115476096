import type { Service } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { ActiveLogin, LoginWithPowers } from '../logins.ts'

/** Whoever may sign in to one service of a company today, the oldest login first: whom other modules write to. */
export async function listActiveLogins(
  tx: Tx,
  employerId: string,
  service: Service,
): Promise<ActiveLogin[]> {
  const rows = await tx
    .selectFrom('profiles')
    .select(['id', 'first_name', 'last_name', 'email', 'language'])
    .where('employer_id', '=', employerId)
    .where('service', '=', service)
    .where('state', '=', 'active')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ first_name, last_name, ...row }) => ({
    ...row,
    name: `${first_name} ${last_name}`,
  }))
}

type LoginRow = Pick<LoginWithPowers, 'id' | 'login' | 'email' | 'language' | 'state'> & {
  readonly first_name: string
  readonly last_name: string
  readonly is_maker: boolean
  readonly is_validator: boolean
  readonly identity_key: Buffer
  readonly confirms_from: Date | null
}

/** Every login that one service of a company has or had, the oldest first; an order reads it at each step. */
export async function listLoginsWithPowers(
  tx: Tx,
  employerId: string,
  service: Service,
): Promise<LoginWithPowers[]> {
  const rows = await tx.named<LoginRow>(
    'logins_with_powers',
    `select id, login, first_name, last_name, email, language, state, is_maker, is_validator, identity_key, confirms_from
     from profiles where employer_id = $1 and service = $2 order by created_at, id`,
    [employerId, service],
  )
  return rows.map(({ id, login, email, language, state, ...row }) => ({
    id,
    login,
    name: `${row.first_name} ${row.last_name}`,
    email,
    language,
    state,
    person: row.identity_key.toString('hex'),
    isMaker: row.is_maker,
    isValidator: row.is_validator,
    confirmsFrom: row.confirms_from,
  }))
}

/** The companies in activity where somebody may sign in to a service. */
export async function listCompaniesWithLogin(tx: Tx, service: Service): Promise<string[]> {
  const rows = await tx
    .selectFrom('profiles')
    .innerJoin('employers', 'employers.id', 'profiles.employer_id')
    .select('employers.id')
    .distinct()
    .where('profiles.service', '=', service)
    .where('profiles.state', '=', 'active')
    .where('employers.state', '=', 'active')
    .orderBy('employers.id')
    .execute()
  return rows.map(({ id }) => id)
}
