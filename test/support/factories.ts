import { randomInt, randomUUID } from 'node:crypto'
import { ownScope } from '../../src/access/accounts.ts'
import { openSession } from '../../src/access/store/sessions.ts'
import type { Service } from '../../src/actors/actor.ts'
import type { Teleservice } from '../../src/employers/tables.ts'
import { storeIdentity } from '../../src/platform/secrets/identity.ts'
import { sessionCookie } from '../../src/web/cookies.ts'
import type { AppContext } from '../../src/context.ts'
import type { Visitor } from './visitor.ts'

/** Where they create it: a test's site, or a bench's portal. */
export interface Setting {
  readonly app: AppContext
  readonly clock: { now(): Date }
  visitor(): Visitor
}

let last = randomInt(400_000, 600_000)

/** Six digits that nothing else of this run has: drawn at random, two of sixty would once in a while be the same. */
function fresh(): string {
  last += 1
  return String(last)
}

/** Factories create what the test does not mention; everything they make is legal for the database. */

export const goodPassword = 'un mot de passe bien assez long'

export interface TestEmployer {
  readonly id: string
  readonly number: string
  readonly name: string
}

interface EmployerWishes {
  readonly number?: string
  readonly name?: string
  readonly ice?: string
  readonly services?: readonly Teleservice[]
  readonly categories?: readonly string[]
  readonly confirmationsRequired?: 1 | 2
}

export async function anEmployer(
  site: Setting,
  wishes: EmployerWishes = {},
): Promise<TestEmployer> {
  const number = wishes.number ?? fresh()
  const name = wishes.name ?? `Entreprise ${number} SARL`
  return site.app.db.transaction({ as: 'system' }, async (tx) => {
    const { id } = await tx
      .insertInto('employers')
      .values({
        employer_number: number,
        name,
        ice: wishes.ice ?? '001561191000066',
        address: '12, rue des Orangers',
        city: 'Casablanca',
        phone: '+212522000000',
        email: `contact@entreprise-${number}.example`,
        confirmations_required: wishes.confirmationsRequired ?? 1,
        joined_on: '2010-01-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const service of wishes.services ??
      (['declaration', 'employer_account', 'payment', 'liquidation'] as const)) {
      await tx
        .insertInto('subscribed_services')
        .values({ employer_id: id, service, since: site.clock.now() })
        .execute()
    }
    for (const category of wishes.categories ?? ['01']) {
      await tx
        .insertInto('employer_categories')
        .values({
          employer_id: id,
          category,
          label: `Catégorie ${category}`,
          product: 'al_kamil',
          employee_rate: 600,
          employer_rate: 780,
          active_from: '2024-07-01',
          active_until: null,
        })
        .execute()
    }
    return { id, number, name }
  })
}

export interface TestPerson {
  readonly id: string
  readonly kind: 'delegate' | 'profile' | 'agent'
  readonly employerId: string | null
  readonly email: string
  readonly login: string
  readonly password: string
  readonly cin: string
}

interface PersonWishes {
  readonly firstName?: string
  readonly lastName?: string
  readonly cin?: string
  readonly email?: string
  readonly login?: string
  readonly state?: 'active' | 'suspended'
}

const hashes = new Map<string, string>()

/** Hashing costs 10 ms: one hash serves every person of a run. */
async function passwordHash(site: Setting): Promise<string> {
  const known = hashes.get(goodPassword)
  if (known) return known
  const hash = await site.app.passwords.hash(goodPassword)
  hashes.set(goodPassword, hash)
  return hash
}

async function person(site: Setting, wishes: PersonWishes) {
  const cin = wishes.cin ?? `BE${fresh()}`
  return {
    cin,
    columns: {
      id: randomUUID(),
      first_name: wishes.firstName ?? 'Salma',
      last_name: wishes.lastName ?? 'Berrada',
      email: wishes.email ?? `personne${fresh()}@entreprise.example`,
      password_hash: await passwordHash(site),
      password_set_at: site.clock.now(),
      totp_sealed: null,
      totp_last_step: null,
      last_signed_in_at: null,
      created_at: site.clock.now(),
    },
    identity: storeIdentity(site.app.keyring, { kind: 'cin', number: cin }),
  }
}

export async function aDelegate(
  site: Setting,
  employer: TestEmployer,
  wishes: PersonWishes = {},
): Promise<TestPerson> {
  const { cin, columns, identity } = await person(site, wishes)
  await site.app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .insertInto('delegates')
      .values({
        ...columns,
        ...identity,
        employer_id: employer.id,
        state: wishes.state ?? 'active',
        job_title: 'Responsable des ressources humaines',
        phone: '+212661000000',
        language: 'fr',
        users_confirmed_at: null,
        ended_at: null,
      })
      .execute(),
  )
  return {
    id: columns.id,
    kind: 'delegate',
    employerId: employer.id,
    email: columns.email,
    login: employer.number,
    password: goodPassword,
    cin,
  }
}

interface ProfileWishes extends PersonWishes {
  readonly service?: Service
  readonly isMaker?: boolean
  readonly isValidator?: boolean
  /** Of a Validateur: from now on, unless told. */
  readonly confirmsFrom?: Date
  readonly mode?: 'prepared_file' | 'form'
  readonly categories?: readonly string[]
  readonly firm?: { readonly name: string; readonly ice: string }
  /** Other companies that mandate a firm's person. */
  readonly alsoFor?: readonly TestEmployer[]
}

const suffixes: Record<Service, string> = {
  declaration_internal: 'decl',
  declaration_external: 'decl',
  employer_account: 'compte',
  payment: 'paie',
  liquidation: 'liq',
}

export async function aProfile(
  site: Setting,
  employer: TestEmployer,
  wishes: ProfileWishes = {},
): Promise<TestPerson> {
  const service = wishes.service ?? 'declaration_internal'
  const { cin, columns, identity } = await person(site, wishes)
  const login = wishes.login ?? `p${fresh()}.${suffixes[service]}.${employer.number}`
  const isExternal = service === 'declaration_external'
  await site.app.db.transaction({ as: 'system' }, async (tx) => {
    const firmId = isExternal
      ? (
          await tx
            .insertInto('firms')
            .values({
              ice: wishes.firm?.ice ?? '002136093000040',
              name: wishes.firm?.name ?? 'Fiduciaire Al Amal',
              created_at: site.clock.now(),
            })
            .onConflict((conflict) =>
              conflict.column('ice').doUpdateSet((old) => ({ ice: old.ref('excluded.ice') })),
            )
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
      : null
    await tx
      .insertInto('profiles')
      .values({
        ...columns,
        ...identity,
        employer_id: isExternal ? null : employer.id,
        firm_id: firmId,
        service,
        login,
        state: wishes.state ?? 'active',
        job_title: 'Responsable paie',
        phone: '+212661000001',
        language: 'fr',
        is_maker: wishes.isMaker ?? false,
        is_validator: wishes.isValidator ?? false,
        confirms_from: wishes.isValidator ? (wishes.confirmsFrom ?? site.clock.now()) : null,
        provisional_hash: null,
        provisional_until: null,
        mail_bounced_at: null,
        state_changed_at: site.clock.now(),
      })
      .execute()
    if (service !== 'declaration_internal' && !isExternal) return
    for (const company of [employer, ...(wishes.alsoFor ?? [])]) {
      const { id } = await tx
        .insertInto('mandates')
        .values({
          employer_id: company.id,
          profile_id: columns.id,
          state: 'active',
          mode: wishes.mode ?? 'prepared_file',
          typed_name: `${columns.first_name} ${columns.last_name}`,
          from_on: '2010-01-01',
          until_on: null,
          created_at: site.clock.now(),
          answered_at: site.clock.now(),
          ended_at: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const category of wishes.categories ?? ['01']) {
        await tx
          .insertInto('mandate_categories')
          .values({ mandate_id: id, employer_id: company.id, category })
          .execute()
      }
    }
  })
  return {
    id: columns.id,
    kind: 'profile',
    employerId: isExternal ? null : employer.id,
    email: columns.email,
    login,
    password: goodPassword,
    cin,
  }
}

interface AgentWishes extends PersonWishes {
  readonly role?: 'agent' | 'supervisor'
  readonly ownEmployerNumber?: string
}

export async function anAgent(site: Setting, wishes: AgentWishes = {}): Promise<TestPerson> {
  const { cin, columns, identity } = await person(site, wishes)
  const login = wishes.login ?? `agent${fresh()}`
  await site.app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .insertInto('agents')
      .values({
        ...columns,
        identity_key: identity.identity_key,
        login,
        role: wishes.role ?? 'agent',
        state: wishes.state ?? 'active',
        language: 'fr',
        own_employer_number: wishes.ownEmployerNumber ?? null,
      })
      .execute(),
  )
  return {
    id: columns.id,
    kind: 'agent',
    employerId: null,
    email: columns.email,
    login,
    password: goodPassword,
    cin,
  }
}

/** A visitor whose session is already open, second factor included. */
export async function signedIn(
  site: Setting,
  who: TestPerson,
  employer?: TestEmployer,
): Promise<Visitor> {
  const token = await site.app.db.transaction(ownScope(who), (tx) =>
    openSession(tx, {
      kind: who.kind,
      id: who.id,
      employerId: employer?.id ?? who.employerId,
      stage: 'full',
      now: site.clock.now(),
    }),
  )
  const visitor = site.visitor()
  visitor.cookies.set(sessionCookie, token)
  return visitor
}
