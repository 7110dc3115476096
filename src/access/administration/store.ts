import { randomInt } from 'node:crypto'
import type { Updateable } from 'kysely'
import { refuse } from '../../actors/refusal.ts'
import { isUniqueViolation } from '../../platform/db/errors.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { StoredIdentity } from '../../platform/secrets/identity.ts'
import { buildLogin } from '../login-name.ts'
import type { ProfilesTable } from '../tables.ts'
import type { Mode } from './user.ts'
import type { NewPerson } from './new-user.ts'

export interface NewProfile extends NewPerson, StoredIdentity {
  readonly employerId: string
  readonly login: string
  readonly isMaker: boolean
  readonly isValidator: boolean
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

export interface NewMandate {
  readonly employerId: string
  readonly profileId: string
  readonly state: 'offered' | 'active'
  readonly mode: Mode
  readonly categories: readonly string[]
  readonly typedName: string
  readonly typedFirm: string
  readonly typedEmail: string
  readonly fromOn: string
  readonly untilOn: string | null
  readonly now: Date
}

export async function insertMandate(tx: Tx, mandate: NewMandate): Promise<string> {
  const { id } = await tx
    .insertInto('mandates')
    .values({
      employer_id: mandate.employerId,
      profile_id: mandate.profileId,
      state: mandate.state,
      mode: mandate.mode,
      typed_name: mandate.typedName,
      typed_firm: mandate.typedFirm,
      typed_email: mandate.typedEmail,
      from_on: mandate.fromOn,
      until_on: mandate.untilOn,
      created_at: mandate.now,
      answered_at: mandate.state === 'active' ? mandate.now : null,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertCategories(tx, mandate.employerId, id, mandate.categories)
  return id
}

async function insertCategories(
  tx: Tx,
  employerId: string,
  mandateId: string,
  categories: readonly string[],
): Promise<void> {
  const rows = categories.map((category) => ({
    mandate_id: mandateId,
    employer_id: employerId,
    category,
  }))
  if (rows.length > 0) await tx.insertInto('mandate_categories').values(rows).execute()
}

export interface MandateKey {
  readonly employerId: string
  readonly id: string
  readonly version: number
}

/** Changes what a declarant may declare, if nobody changed it meanwhile. */
export async function changeMandateScope(
  tx: Tx,
  mandate: MandateKey,
  scope: {
    readonly mode: Mode
    readonly categories: readonly string[]
    readonly untilOn: string | null
  },
): Promise<void> {
  await changeMandate(tx, mandate, { mode: scope.mode, until_on: scope.untilOn })
  await tx
    .deleteFrom('mandate_categories')
    .where('mandate_id', '=', mandate.id)
    .where('employer_id', '=', mandate.employerId)
    .execute()
  await insertCategories(tx, mandate.employerId, mandate.id, scope.categories)
}

export async function changeMandate(
  tx: Tx,
  mandate: MandateKey,
  change: {
    readonly state?: 'active' | 'suspended' | 'revoked'
    readonly mode?: Mode
    readonly until_on?: string | null
    readonly ended_at?: Date | null
    readonly end_reason?: string
  },
): Promise<void> {
  const changed = await tx
    .updateTable('mandates')
    .set({ ...change, version: mandate.version + 1 })
    .where('id', '=', mandate.id)
    .where('employer_id', '=', mandate.employerId)
    .where('version', '=', mandate.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) refuse('web.changed_meanwhile')
}

/** The firm of this ICE, made when nobody named it before; another company's spelling of its name stays. */
export async function findOrInsertFirm(
  tx: Tx,
  firm: { readonly ice: string; readonly name: string; readonly now: Date },
): Promise<string> {
  await tx
    .insertInto('firms')
    .values({ ice: firm.ice, name: firm.name, created_at: firm.now })
    .onConflict((conflict) => conflict.column('ice').doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('firms')
    .select('id')
    .where('ice', '=', firm.ice)
    .executeTakeFirstOrThrow()
  return id
}

export interface FirmPerson {
  readonly id: string
  readonly state: 'invited' | 'active' | 'suspended' | 'removed'
  readonly email: string
  readonly language: 'fr' | 'ar'
}

/**
 * The login that a person already has in a firm. One that was never activated counts only at the same address:
 * otherwise a slip of the hand, or somebody's ill will, would catch the mandates of every later company.
 */
export async function findFirmPerson(
  tx: Tx,
  person: { readonly firmId: string; readonly identityKey: Buffer; readonly email: string },
): Promise<FirmPerson | undefined> {
  return tx
    .selectFrom('profiles')
    .select(['id', 'state', 'email', 'language'])
    .where('firm_id', '=', person.firmId)
    .where('identity_key', '=', person.identityKey)
    .where((is) =>
      is.or([
        is('state', 'in', ['active', 'suspended']),
        is.and([is('state', '=', 'invited'), is('email', '=', person.email)]),
      ]),
    )
    .orderBy('state')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}

/** Has this person an open mandate of this company already, under whatever login? */
export async function isMandated(
  tx: Tx,
  employerId: string,
  identityKey: Buffer,
): Promise<boolean> {
  const row = await tx
    .selectFrom('mandates')
    .innerJoin('profiles', 'profiles.id', 'mandates.profile_id')
    .select('mandates.id')
    .where('mandates.employer_id', '=', employerId)
    .where('mandates.state', 'in', ['offered', 'active', 'suspended'])
    .where('profiles.identity_key', '=', identityKey)
    .where('profiles.firm_id', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}
