import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { findBankName } from '../../employers/store/bank-accounts.ts'
import { maskedRib, type Rib } from '../../employers/rib.ts'
import { findIdentifiedMember } from '../../members/store/identified-members.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  type Identity,
  identityKey,
  maskedIdentity,
  storeIdentity,
} from '../../platform/secrets/identity.ts'
import { type Change, keepChanges } from './changes.ts'
import type { Claim } from './claim.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { type AccountOf, mostPayees, type Payee, type Relation, relationsOf } from './payee.ts'
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
      accountOf: 'own',
      rib,
      bankName: await findBankName(tx, rib),
    }
    if (self) await keepChanges(tx, claim, changesOf(self, payee), { id: actor.id, now })
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
  readonly accountOf: AccountOf
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
    const others = payees.filter(({ id }) => id !== payeeId)
    const isTwice = others.some(
      (one) => one.identity && app.keyring.open(one.identity.sealed) === identity?.number,
    )
    if (isTwice) refuse('claims.payee_twice')
    if (identity && (await isOfMember(tx, app, claim, identity))) refuse('claims.payee_is_member')
    const payee: KeptPayee = {
      id: payeeId ?? randomUUID(),
      ...person,
      identity: identity && storeIdentity(app.keyring, identity),
      bankName: await findBankName(tx, person.rib),
    }
    const before = payees.find(({ id }) => id === payeeId)
    const known = before?.identity && app.keyring.open(before.identity.sealed)
    const changes: Change[] = before
      ? changesOf(before, payee)
      : [{ fact: 'payee', before: '', after: `${person.lastName} ${person.firstName}` }]
    if (before && identity && identity.number !== known)
      changes.push({
        fact: 'identity',
        before: known ? maskedIdentity(known) : '',
        after: maskedIdentity(identity.number),
      })
    await keepChanges(tx, claim, changes, { id: actor.id, now })
    if (payeeId === null) await insertPayee(tx, claim, payee, now)
    else if (!(await updatePayee(tx, claim, payee))) refuse('web.not_found')
    await saveClaim(tx, claim)
    const name = `${person.lastName} ${person.firstName}`
    return { action: 'claim.payee_saved', details: { name } }
  })
}

/** The dead is paid nothing: the number is the one that the company confirmed or declared of the member. */
// oxlint-disable-next-line max-params -- whose claim, which number
async function isOfMember(
  tx: Tx,
  { keyring }: Pick<AppContext, 'keyring'>,
  { employerId, membershipId, identity: confirmed }: Claim,
  identity: Identity,
): Promise<boolean> {
  if (confirmed && keyring.open(confirmed.sealed) === identity.number) return true
  const member = await findIdentifiedMember(tx, employerId, membershipId)
  // A declaration has one field for the number, whatever the document.
  const key = identityKey(keyring, { ...identity, kind: 'cin' })
  return member?.identityKey?.equals(key) ?? false
}

/** What documents prove of somebody who is paid: their name, account, birth and marriage. */
function changesOf(before: Payee, after: KeptPayee): Change[] {
  const name = ({ lastName, firstName }: Pick<Payee, 'lastName' | 'firstName'>) =>
    `${lastName} ${firstName}`
  const all: readonly Change[] = [
    { fact: 'payee', before: name(before), after: name(after) },
    { fact: 'born_on', before: before.bornOn, after: after.bornOn },
    { fact: 'married_on', before: before.marriedOn ?? '', after: after.marriedOn ?? '' },
  ]
  const changes = all.filter((one) => one.before !== one.after)
  return before.rib === after.rib
    ? changes
    : [...changes, { fact: 'account', before: maskedRib(before.rib), after: maskedRib(after.rib) }]
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
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    const gone = (await listPayees(tx, claim)).find(({ id }) => id === payeeId)
    if (!gone || !(await deletePayee(tx, claim, payeeId))) return refuse('web.not_found')
    const name = `${gone.lastName} ${gone.firstName}`
    const change: Change = { fact: 'payee', before: name, after: '' }
    await keepChanges(tx, claim, [change], { id: actor.id, now })
    await saveClaim(tx, claim)
    return { action: 'claim.payee_removed', details: { name } }
  })
}
