import { randomInt } from 'node:crypto'
import { sql, type Updateable } from 'kysely'
import { refuse } from '../../../actors/refusal.ts'
import { isUniqueViolation } from '../../../platform/db/errors.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { StoredIdentity } from '../../../platform/secrets/identity.ts'
import { buildLogin } from '../../login-name.ts'
import type { ProfilesTable } from '../../tables.ts'
import type { NewPerson } from '../new-user.ts'

export interface NewProfile extends NewPerson, StoredIdentity {
  readonly employerId: string
  readonly login: string
  readonly isMaker: boolean
  readonly isValidator: boolean
  /** From when a Validateur may confirm. */
  readonly confirmsFrom: Date | null
  readonly now: Date
}

/** A login is unique fund-wide; since it ends with the employer's number, a clash is within one's own company. */
export async function insertProfile(tx: Tx, profile: NewProfile): Promise<string> {
  try {
    const { id } = await tx
      .insertInto('profiles')
      .values({
        ...personColumns(profile),
        employer_id: profile.employerId,
        firm_id: null,
        login: profile.login,
        is_maker: profile.isMaker,
        is_validator: profile.isValidator,
        confirms_from: profile.confirmsFrom,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  } catch (error) {
    if (!isUniqueViolation(error, 'profiles_login_key')) throw error
    return refuse('administration.login_taken', { login: profile.login })
  }
}

export interface NewFirmProfile extends NewPerson, StoredIdentity {
  readonly firmId: string
  readonly firmIce: string
  readonly freePart: string
  readonly now: Date
}

/** Three random digits follow the free part: whether a name was free tells nothing of other companies (quality AT5). */
export async function insertFirmProfile(tx: Tx, profile: NewFirmProfile): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const digits = String(randomInt(1000)).padStart(3, '0')
    const login = buildLogin(profile.freePart + digits, profile.service, profile.firmIce)
    const row = await tx
      .insertInto('profiles')
      .values({
        ...personColumns(profile),
        employer_id: null,
        firm_id: profile.firmId,
        login,
        is_maker: false,
        is_validator: false,
        confirms_from: null,
      })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) return row.id
  }
  throw new Error('Twenty logins in a row were taken')
}

function personColumns(person: NewPerson & StoredIdentity & { readonly now: Date }) {
  return {
    service: person.service,
    state: 'invited' as const,
    first_name: person.firstName,
    last_name: person.lastName,
    identity_kind: person.identity_kind,
    identity_sealed: person.identity_sealed,
    identity_key: person.identity_key,
    job_title: person.jobTitle,
    email: person.email,
    phone: person.phone,
    language: person.language,
    suggested_questions: [...person.suggestedQuestions],
    password_hash: null,
    password_set_at: null,
    provisional_hash: null,
    provisional_until: null,
    totp_sealed: null,
    totp_last_step: null,
    last_signed_in_at: null,
    mail_bounced_at: null,
    created_at: person.now,
    state_changed_at: person.now,
  }
}

/** Every login of this service that the company ever gave: a removed one stays taken. */
export async function listLogins(
  tx: Tx,
  employerId: string,
  service: ProfilesTable['service'],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('profiles')
    .select('login')
    .where('employer_id', '=', employerId)
    .where('service', '=', service)
    .execute()
  return new Set(rows.map(({ login }) => login))
}

/** The login that a person already has for a service of this company. */
export async function findLoginOfPerson(
  tx: Tx,
  employerId: string,
  person: { readonly service: ProfilesTable['service']; readonly identityKey: Buffer },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('profiles')
    .select('login')
    .where('employer_id', '=', employerId)
    .where('service', '=', person.service)
    .where('identity_key', '=', person.identityKey)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  return row?.login
}

/** The names that the company's people of this identity have, its delegate among them. */
export async function listNamesOfPerson(
  tx: Tx,
  employerId: string,
  identityKey: Buffer,
): Promise<{ readonly firstName: string; readonly lastName: string }[]> {
  const ofTable = (table: 'profiles' | 'delegates') =>
    tx
      .selectFrom(table)
      .select(['first_name as firstName', 'last_name as lastName'])
      .where('employer_id', '=', employerId)
      .where('identity_key', '=', identityKey)
  return [
    ...(await ofTable('profiles').where('state', '<>', 'removed').execute()),
    ...(await ofTable('delegates').where('state', 'in', ['active', 'suspended']).execute()),
  ]
}

/** What a user's row may become; the version says that nobody changed it meanwhile. */
export async function changeProfile(
  tx: Tx,
  profile: { readonly employerId: string; readonly id: string; readonly version: number },
  change: Updateable<ProfilesTable>,
): Promise<void> {
  const changed = await tx
    .updateTable('profiles')
    .set({ ...change, version: profile.version + 1 })
    .where('id', '=', profile.id)
    .where('employer_id', '=', profile.employerId)
    .where('version', '=', profile.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) refuse('web.changed_meanwhile')
}

/** What only the page of one user shows. */
export async function getPrivateDetails(tx: Tx, employerId: string, profileId: string) {
  return tx
    .selectFrom('profiles')
    .select(['identity_kind', 'identity_sealed', 'suggested_questions'])
    .select(sql<boolean>`(totp_sealed is not null or passkey_count > 0)`.as('has_second_factor'))
    .where('employer_id', '=', employerId)
    .where('id', '=', profileId)
    .executeTakeFirstOrThrow()
}
