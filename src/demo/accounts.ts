import { dayMs } from '../calendar/index.ts'
import { randomInt } from 'node:crypto'
import { Secret } from 'otpauth'
import type { Service } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { storeIdentity } from '../platform/secrets/identity.ts'

/** An account of the demonstration, as written to `demo-accounts.json`. */
export interface DemoAccount {
  readonly role: string
  readonly signInUrl: string
  readonly identifier: string
  readonly password: string
  readonly totpSecret?: string
}

interface DemoPerson {
  readonly firstName: string
  readonly lastName: string
  readonly cin: string
  readonly jobTitle: string
  /** One of their own unless told. */
  readonly secret?: DemoSecret
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password, and what is kept of it. */
export interface DemoSecret {
  readonly password: string
  readonly hash: string
}

export async function newSecret(app: Pick<AppContext, 'passwords'>): Promise<DemoSecret> {
  const password = randomPassword()
  return { password, hash: await app.passwords.hash(password) }
}

/** Random for each installation: no password is written in the program. */
function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

function identityOf(app: AppContext, person: DemoPerson, secret: DemoSecret | null) {
  const now = app.clock.now()
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    email: `${plain(person.firstName)}.${plain(person.lastName)}@demonstration.example`,
    password_hash: secret?.hash ?? null,
    password_set_at: secret === null ? null : now,
    totp_sealed: null,
    totp_last_step: null,
    last_signed_in_at: null,
    created_at: now,
  }
}

export async function insertDelegate(
  app: AppContext,
  tx: Tx,
  employerId: string,
  person: DemoPerson,
): Promise<string> {
  const secret = person.secret ?? (await newSecret(app))
  await tx
    .insertInto('delegates')
    .values({
      ...identityOf(app, person, secret),
      ...storeIdentity(app.keyring, { kind: 'cin', number: person.cin }),
      employer_id: employerId,
      state: 'active',
      job_title: person.jobTitle,
      phone: '+212661000010',
      language: 'fr',
      users_confirmed_at: null,
      ended_at: null,
    })
    .execute()
  return secret.password
}

export interface DemoProfile extends DemoPerson {
  readonly service: Service
  readonly login: string
  readonly isMaker?: boolean
  readonly isValidator?: boolean
  readonly firmId?: string
  /** Whom this login declares for: employer ids, with the categories. */
  readonly mandates?: readonly {
    readonly employerId: string
    readonly categories: readonly string[]
    readonly mode?: 'prepared_file' | 'form'
  }[]
  readonly state?: 'active' | 'invited'
  /** Today unless told; and never unless told. */
  readonly createdDaysAgo?: number
  readonly seenDaysAgo?: number
  readonly mailBounced?: boolean
}

export async function insertProfile(
  app: AppContext,
  tx: Tx,
  employerId: string,
  profile: DemoProfile,
): Promise<{ readonly id: string; readonly password: string }> {
  const secret = profile.secret ?? (await newSecret(app))
  const now = app.clock.now()
  const { id } = await tx
    .insertInto('profiles')
    .values({
      ...identityOf(app, profile, profile.state === 'invited' ? null : secret),
      ...storeIdentity(app.keyring, { kind: 'cin', number: profile.cin }),
      created_at: daysBefore(now, profile.createdDaysAgo ?? 0),
      last_signed_in_at:
        profile.seenDaysAgo === undefined ? null : daysBefore(now, profile.seenDaysAgo),
      employer_id: profile.firmId ? null : employerId,
      firm_id: profile.firmId ?? null,
      service: profile.service,
      login: profile.login,
      state: profile.state ?? 'active',
      job_title: profile.jobTitle,
      phone: '+212661000020',
      language: 'fr',
      is_maker: profile.isMaker ?? false,
      is_validator: profile.isValidator ?? false,
      confirms_from: profile.isValidator ? daysBefore(now, profile.createdDaysAgo ?? 0) : null,
      provisional_hash: null,
      provisional_until: null,
      mail_bounced_at: profile.mailBounced ? daysBefore(now, 4) : null,
      state_changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const mandate of profile.mandates ?? []) {
    const typedName = `${profile.firstName} ${profile.lastName}`
    await insertMandate(tx, { ...mandate, profileId: id, typedName, now })
  }
  return { id, password: secret.password }
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs)
}

interface DemoMandate {
  readonly employerId: string
  readonly categories: readonly string[]
  readonly mode?: 'prepared_file' | 'form'
  readonly profileId: string
  readonly typedName: string
  readonly now: Date
}

async function insertMandate(tx: Tx, mandate: DemoMandate): Promise<void> {
  const { id } = await tx
    .insertInto('mandates')
    .values({
      employer_id: mandate.employerId,
      profile_id: mandate.profileId,
      state: 'active',
      mode: mandate.mode ?? 'prepared_file',
      typed_name: mandate.typedName,
      from_on: '2024-01-01',
      until_on: null,
      created_at: mandate.now,
      answered_at: mandate.now,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const category of mandate.categories) {
    await tx
      .insertInto('mandate_categories')
      .values({ mandate_id: id, employer_id: mandate.employerId, category })
      .execute()
  }
}

export interface DemoAgent extends DemoPerson {
  readonly login: string
  readonly role: 'agent' | 'supervisor'
}

/** Agents always have a second factor: its secret is among the printed accounts. */
export async function insertAgent(
  app: AppContext,
  tx: Tx,
  agent: DemoAgent,
): Promise<{ password: string; totpSecret: string }> {
  const secret = await newSecret(app)
  const totpSecret = new Secret({ size: 20 }).base32
  await tx
    .insertInto('agents')
    .values({
      ...identityOf(app, agent, secret),
      totp_sealed: app.keyring.seal(totpSecret),
      identity_key: storeIdentity(app.keyring, { kind: 'cin', number: agent.cin }).identity_key,
      login: agent.login,
      role: agent.role,
      state: 'active',
      language: 'fr',
      own_employer_number: null,
    })
    .execute()
  return { password: secret.password, totpSecret }
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
