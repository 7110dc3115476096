import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { findBankName } from '../../employers/bank-accounts.ts'
import type { Rib } from '../../employers/rib.ts'
import { type Identity, storeIdentity } from '../../platform/secrets/identity.ts'
import type { Claim } from './claim.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { mostPayees, type Relation, relationsOf } from './payee.ts'
import { saveClaim } from './store/save-claim.ts'
import {
  deletePayee,
  insertPayee,
  type KeptPayee,
  listPayees,
  updatePayee,
} from './store/payees.ts'

/** The account of the member's own pension (product L2). */
export interface SaveAccount extends ShownClaim {
  readonly rib: Rib
}

/** Where the pension goes: an account of the member, whose key was checked. */
export async function saveAccount(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { rib, ...shown }: SaveAccount,
): Promise<void> {
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    if (!relationsOf[claim.kind].includes('self')) refuse('web.not_found')
    const [self] = await listPayees(tx, claim)
    const payee: KeptPayee = {
      id: self?.id ?? randomUUID(),
      relation: 'self',
      ...nameOf(claim),
      identity: null,
      marriedOn: null,
      isDisabled: false,
      rib,
      bankName: await findBankName(tx, rib),
    }
    if (self) await updatePayee(tx, claim, payee)
    else await insertPayee(tx, claim, payee, now)
    await saveClaim(tx, claim)
    return { action: 'claim.account_saved' }
  })
}

function nameOf({ lastName, firstName, bornOn }: Claim) {
  return { lastName, firstName, bornOn }
}

export interface SavePayee extends ShownClaim {
  /** Nothing: somebody more. */
  readonly payeeId: string | null
  readonly relation: Relation
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
  /** Nothing keeps what was typed before; a child may have none. */
  readonly identity: Identity | null
  readonly marriedOn: LocalDate | null
  readonly isDisabled: boolean
  readonly rib: Rib
}

/** Somebody who survives the member and is paid: who they are to them, and their account (domain §2.7). */
export async function savePayee(
  app: Pick<AppContext, 'db' | 'clock' | 'keyring'>,
  actor: EmployedActor,
  { payeeId, identity, claimId, version, ...person }: SavePayee,
): Promise<void> {
  await writeInClaim(app, actor, { claimId, version }, async (tx, claim, now) => {
    const isFitting = relationsOf[claim.kind].includes(person.relation)
    if (!isFitting || person.relation === 'self') refuse('claims.wrong_relation')
    const payees = await listPayees(tx, claim)
    if (payeeId === null && payees.length >= mostPayees) refuse('claims.too_many_payees')
    const payee: KeptPayee = {
      id: payeeId ?? randomUUID(),
      ...person,
      identity: identity && storeIdentity(app.keyring, identity),
      bankName: await findBankName(tx, person.rib),
    }
    if (payeeId === null) await insertPayee(tx, claim, payee, now)
    else if (!(await updatePayee(tx, claim, payee))) refuse('web.not_found')
    await saveClaim(tx, claim)
    const name = `${person.lastName} ${person.firstName}`
    return { action: 'claim.payee_saved', details: { name } }
  })
}

export interface RemovePayee extends ShownClaim {
  readonly payeeId: string
}

/** Somebody typed by mistake is taken out while the claim is open to writing. */
export async function removePayee(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { payeeId, ...shown }: RemovePayee,
): Promise<void> {
  await writeInClaim(app, actor, shown, async (tx, claim) => {
    const gone = (await listPayees(tx, claim)).find(({ id }) => id === payeeId)
    if (!gone || !(await deletePayee(tx, claim, payeeId))) return refuse('web.not_found')
    await saveClaim(tx, claim)
    const name = `${gone.lastName} ${gone.firstName}`
    return { action: 'claim.payee_removed', details: { name } }
  })
}
