import type { Origin } from '../access/locks.ts'
import { keepPresence, type PresenceProof, verifyPresence } from '../access/verify-presence.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { decimalString } from '../money/index.ts'
import { tellMaker } from './mails.ts'
import { confirm, reconsider } from './payment-order.ts'
import { lockOrder } from './store/orders.ts'
import { insertConfirmation, saveState } from './store/write-orders.ts'
import {
  listPaymentUsers,
  mayConfirmAt,
  type PaymentUser,
  validatorsAmong,
} from './store/people.ts'
import { refuseConfirmingOverCeiling } from './ceilings.ts'

export interface ConfirmCommand {
  readonly orderId: string
  /** Of what the page showed, in hexadecimal: anything else is not what this person read (product E3). */
  readonly digest: string
  readonly proof: PresenceProof
  readonly origin: Origin
}

/**
 * A Validateur confirms exactly what was shown, with their password again or a passkey that signs it (leaflet, E@syPaiement;
 * product E2, E3). The order
 * leaves the desk when enough different people have. A ceiling that was lowered meanwhile holds.
 */
export async function confirmOrder(
  app: AppContext,
  actor: EmployedActor,
  { orderId, digest, proof, origin }: ConfirmCommand,
): Promise<void> {
  const shown = Buffer.from(digest, 'hex')
  const presence = await verifyPresence(app, actor, { ...proof, origin }, shown)
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const [order, users, employer] = await Promise.all([
      lockOrder(tx, employerId, orderId),
      listPaymentUsers(tx, employerId),
      getEmployer(tx, employerId),
    ])
    if (!order) return refuse('web.not_found')
    const now = app.clock.now()
    const validator = getUser(users, actor)
    const by = { ...validator, waits: !mayConfirmAt(validator, now) }
    const seen = { digest, at: now, validators: validatorsAmong(users, now) }
    const confirmed = confirm(reconsider(order, seen.validators), by, seen)
    await refuseConfirmingOverCeiling(tx, { employer, order })
    const assertionId = await keepPresence(tx, presence, {
      by: { employerId, profileId: actor.id },
      at: now,
    })
    const isLast = confirmed.state === 'confirmed'
    const told = { users, order, at: now, about: 'confirmed', by: actor.name, reason: '' } as const
    // The trail comes last: it is held until the commit, and everybody else's confirmation waits for it.
    const [isNew] = await Promise.all([
      insertConfirmation(tx, order, {
        profileId: actor.id,
        person: validator.person,
        personName: validator.name,
        presence: presence.by,
        assertionId,
        at: now,
      }),
      saveState(tx, order, { state: confirmed.state }),
      isLast ? tellMaker(tx, told) : undefined,
      record(tx, actor, now, {
        action: isLast ? 'order.confirmed' : 'order.confirmed_by_one',
        subject: { kind: 'payment_order', id: order.id },
        details: {
          reference: order.reference,
          revision: order.revision,
          amount: decimalString(order.amount),
          digest: order.digest,
          presence: presence.by,
          own: order.makers.includes(validator.person),
        },
      }),
    ])
    if (!isNew) return refuse('payments.already_confirmed')
  })
}

/** The person behind the login, with the powers of today: the session's word is not enough. */
export function getUser(users: readonly PaymentUser[], actor: EmployedActor): PaymentUser {
  return users.find((one) => one.profileId === actor.id) ?? refuse('payments.not_a_validator')
}
