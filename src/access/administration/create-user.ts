import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { lockEmployer } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { storeIdentity } from '../../platform/secrets/identity.ts'
import { findAccount } from '../store/accounts.ts'
import { inviteProfile } from '../invite-profile.ts'
import { buildLogin, firstFreeLogin } from '../login-name.ts'
import { giveTypedPassword } from '../start-new-password.ts'
import { isDeclarant, mayGetProvisionalPassword } from './cell.ts'
import { isSameName, type NewUser } from './new-user.ts'
import { provisionalMistake } from './provisional-mistake.ts'
import { requireActiveCategories, requireSubscribed } from './require-service.ts'
import { insertMandate } from './store/mandates.ts'
import {
  findLoginOfPerson,
  insertProfile,
  listLogins,
  listNamesOfPerson,
} from './store/profiles.ts'
import { tellValidatorsOfAnother } from './tell-validators.ts'
import { fullName } from '../accounts.ts'
import { waitFrom } from './waiting.ts'
import { waitWithBothPowers } from './wait-with-both-powers.ts'

/**
 * Creates the access of one person to one service (leaflet, «Créer les comptes d'accès aux utilisateurs»; product
 * A4, A7). The user receives an activation link, or the delegate hands over a password that works once.
 */
export async function createUser(
  app: AppContext,
  actor: DelegateActor,
  user: NewUser,
): Promise<{ readonly id: string; readonly login: string }> {
  const provisional = await hashProvisional(app, user)
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    await lockEmployer(tx, actor.employerId)
    const employer = await requireSubscribed(tx, actor.employerId, user.service)
    const login = await loginFor(tx, employer, user)
    const id = await insertUser(tx, app, { employer, user, login })
    await record(tx, actor, app.clock.now(), {
      action: 'user.created',
      subject: { kind: 'profile', id },
      details: {
        name: fullName(user),
        login,
        service: user.service,
        firstPassword: user.firstPassword.kind,
        ...scopeDetails(user),
      },
    })
    await tellOfValidator(tx, app, actor, { employer, id, user })
    const at = app.clock.now()
    if (user.isMaker) await waitWithBothPowers(tx, actor, { employer, userId: id, at })
    if (provisional) await handOver(tx, app, id, provisional)
    else
      await inviteProfile(tx, app, {
        profileId: id,
        employerId: employer.id,
        employerName: employer.name,
        delegateId: actor.id,
      })
    return { id, login }
  })
}

async function tellOfValidator(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { employer, id, user }: { employer: Employer; id: string; user: NewUser },
): Promise<void> {
  if (user.service !== 'payment' || !user.isValidator) return
  const at = app.clock.now()
  const confirmsFrom = await waitFrom(tx, at)
  const { name: by } = actor
  await tellValidatorsOfAnother(tx, { employer, userId: id, by, at, confirmsFrom })
}

/**
 * The login that the delegate began, or the first free one after the name: a removed user keeps theirs, and two people may
 * share an initial and a surname.
 */
export async function loginFor(tx: Tx, employer: Employer, user: NewUser): Promise<string> {
  const loginOf = (freePart: string) => buildLogin(freePart, user.service, employer.number)
  if (!user.isFreePartProposed) return loginOf(user.freePart)
  const taken = await listLogins(tx, employer.id, user.service)
  return firstFreeLogin(user.freePart, loginOf, taken)
}

async function hashProvisional(app: AppContext, user: NewUser): Promise<string | null> {
  if (user.firstPassword.kind === 'link') return null
  if (!mayGetProvisionalPassword(user.service)) refuse('access.link_only')
  const { password } = user.firstPassword
  const mistake = provisionalMistake(password, [fullName(user), user.email, user.freePart])
  if (mistake) refuse(`access.password_${mistake}`)
  return app.passwords.hash(password)
}

/** The delegate gives the password by hand; the mail to the user names the login and what will be asked. */
async function handOver(tx: Tx, app: AppContext, id: string, hash: string): Promise<void> {
  const account = await findAccount(tx, 'profile', id)
  if (!account) throw new Error(`profile ${id} was just made and is not there`)
  await giveTypedPassword(tx, app, account, hash)
}

interface Insertion {
  readonly employer: Employer
  readonly user: NewUser
  readonly login: string
}

export async function insertUser(
  tx: Tx,
  app: AppContext,
  { employer, user, login }: Insertion,
): Promise<string> {
  const now = app.clock.now()
  const identity = storeIdentity(app.keyring, user.identity)
  await refuseSecondLogin(tx, employer.id, user, identity.identity_key)
  await questionOtherName(tx, employer.id, user, identity.identity_key)
  const isValidator = user.service === 'payment' && user.isValidator
  const id = await insertProfile(tx, {
    ...user,
    ...identity,
    employerId: employer.id,
    login,
    isMaker: user.service === 'payment' && user.isMaker,
    isValidator,
    confirmsFrom: isValidator ? await waitFrom(tx, now) : null,
    now,
  })
  if (!isDeclarant(user.service)) return id
  if (!user.scope) throw new Error('a declarant without a mode and categories')
  const today = todayIn(app.clock)
  await requireActiveCategories(tx, employer.id, { categories: user.scope.categories, today })
  await insertMandate(tx, {
    ...user.scope,
    employerId: employer.id,
    profileId: id,
    state: 'active',
    typedName: fullName(user),
    typedFirm: '',
    typedEmail: user.email,
    fromOn: today,
    now,
  })
  return id
}

/**
 * One person, one login per service. For payments a second one may be made, and is flagged: separation of duties
 * compares persons anyway (product A7; quality AT65).
 */
async function refuseSecondLogin(
  tx: Tx,
  employerId: string,
  user: NewUser,
  identityKey: Buffer,
): Promise<void> {
  if (user.service === 'payment') return
  const login = await findLoginOfPerson(tx, employerId, { service: user.service, identityKey })
  if (login) refuse('administration.person_known', { login })
}

/** One document, two names: a slip, or somebody else's card, until the delegate says that it is one person (quality AT65). */
async function questionOtherName(
  tx: Tx,
  employerId: string,
  user: NewUser,
  identityKey: Buffer,
): Promise<void> {
  if (user.isPersonConfirmed) return
  const names = await listNamesOfPerson(tx, employerId, identityKey)
  const other = names.find((known) => !isSameName(known, user))
  if (other) refuse('administration.person_other_name', { name: fullName(other) })
}

export function scopeDetails(user: NewUser): Record<string, unknown> {
  if (user.service === 'payment') return { maker: user.isMaker, validator: user.isValidator }
  return user.scope ? { mode: user.scope.mode, categories: user.scope.categories.join(', ') } : {}
}
