import { putInForce } from '../access/administration/put-settings-in-force.ts'
import type { Origin } from '../access/locks.ts'
import { isStatement, type Statement } from '../access/statement.ts'
import {
  keepPresence,
  type Presence,
  type PresenceProof,
  verifyPresence,
} from '../access/verify-presence.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { getEmployer, lockEmployer } from '../employers/store/employers.ts'
import { findSettingsToCome, type SettingsToCome } from '../employers/store/payment-settings.ts'
import type { Tx } from '../platform/db/database.ts'
import { settingsStatement, validatorStatement } from './agreement-wording.ts'
import { gainingBySettings, mustAgree } from './agreement.ts'
import { getUser } from './confirm-order.ts'
import {
  endWait,
  listDelegatePersons,
  listPaymentUsers,
  mayConfirmAt,
  type PaymentUser,
} from './store/people.ts'

export interface Agreement {
  /** To one Validateur, or to the settings to come. */
  readonly to: { readonly validatorId: string } | 'settings'
  /** Of what the page showed, in hexadecimal: anything else is not what this person read. */
  readonly digest: string
  readonly proof: PresenceProof
  readonly origin: Origin
}

/**
 * A Validateur agrees that what the delegate decided counts at once: that somebody more confirms, or that orders are asked
 * less (quality AT70). With the password again or a passkey that signs it, and only to what was shown: what was decided
 * again meanwhile asks for another agreement.
 */
export async function agreeSooner(
  app: AppContext,
  actor: EmployedActor,
  { to, digest, proof, origin }: Agreement,
): Promise<void> {
  const shown = Buffer.from(digest, 'hex')
  const presence = await verifyPresence(app, actor, { ...proof, origin }, shown)
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const at = app.clock.now()
    const users = await listPaymentUsers(tx, employerId)
    const me = getUser(users, actor)
    const by = { ...me, waits: !mayConfirmAt(me, at) }
    const delegates = await listDelegatePersons(tx, employerId)
    const agreed = { actor, digest, presence, at }
    if (to === 'settings') {
      const toCome = (await findSettingsToCome(tx, employerId)) ?? refuse('payments.nothing_waits')
      mustAgree(by, { gaining: gainingBySettings(toCome, users), delegates })
      await agreeToSettings(tx, toCome, agreed)
    } else {
      const named = getWaiting(users, to.validatorId, at)
      mustAgree(by, { gaining: new Set([named.person]), delegates })
      await agreeToValidator(tx, named, agreed)
    }
  })
}

type Waiting = PaymentUser & { readonly confirmsFrom: Date }

function getWaiting(users: readonly PaymentUser[], id: string, at: Date): Waiting {
  const named = users.find((one) => one.profileId === id && one.isValidator)
  if (!named || named.confirmsFrom === null || mayConfirmAt(named, at))
    return refuse('payments.nothing_waits')
  return { ...named, confirmsFrom: named.confirmsFrom }
}

interface Agreed {
  readonly actor: EmployedActor
  readonly digest: string
  readonly presence: Presence
  readonly at: Date
}

async function agreeToValidator(tx: Tx, named: Waiting, agreed: Agreed): Promise<void> {
  const { actor, at } = agreed
  const { employerId } = actor
  const { profileId, name } = named
  const { number } = await getEmployer(tx, employerId)
  const shown = await keepAgreement(tx, validatorStatement(number, named), agreed)
  if (!(await endWait(tx, { employerId, profileId }, at))) refuse('payments.nothing_waits')
  await record(tx, actor, at, {
    action: 'user.validator_agreed',
    subject: { kind: 'profile', id: profileId },
    details: { name, ...shown },
  })
}

async function agreeToSettings(tx: Tx, toCome: SettingsToCome, agreed: Agreed): Promise<void> {
  const { actor, at } = agreed
  const { employerId } = actor
  const { number } = await getEmployer(tx, employerId)
  const shown = await keepAgreement(tx, settingsStatement(number, toCome), agreed)
  await record(tx, actor, at, {
    action: 'company.payment_settings_agreed',
    subject: { kind: 'employer', id: employerId },
    details: { decidedBy: toCome.decidedBy, ...shown },
  })
  await putInForce(tx, actor, { employerId, at })
}

/** What was signed is kept when it still is what waits; what the trail says of it. */
async function keepAgreement(
  tx: Tx,
  statement: Statement,
  { actor, digest, presence, at }: Agreed,
): Promise<{ digest: string; presence: Presence['by'] }> {
  if (!isStatement(statement, digest)) return refuse('payments.nothing_waits')
  const by = { employerId: actor.employerId, profileId: actor.id }
  await keepPresence(tx, presence, { by, wording: statement.wording, at })
  return { digest, presence: presence.by }
}
