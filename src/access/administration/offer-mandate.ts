import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { storeIdentity, type StoredIdentity } from '../../platform/secrets/identity.ts'
import { inviteProfile } from '../invite-profile.ts'
import { mandateOfferedMail } from './mails.ts'
import type { NewExternalUser } from './new-user.ts'
import { requireActiveCategories, requireSubscribed } from './require-service.ts'
import { type FirmPerson, findFirmPerson, lockFirm } from './store/firms.ts'
import { insertMandate, isMandated } from './store/mandates.ts'
import { insertFirmProfile } from './store/profiles.ts'
import { fullName } from '../accounts.ts'

/**
 * Offers a firm's person the mandate to declare for the company (leaflet, «Utilisateur Externe Télédéclaration»;
 * decision: external users belong to a firm). Somebody who already has a login in that firm is asked at their own
 * address; somebody new receives an activation link. The delegate sees the same thing in both cases (quality AT5). An ICE
 * that the fund knows under another name is asked about first: a slip would put the person inside somebody else's firm.
 */
export async function offerMandate(
  app: AppContext,
  actor: DelegateActor,
  user: NewExternalUser,
): Promise<{ readonly id: string }> {
  const identity = storeIdentity(app.keyring, user.identity)
  // Not the employer's own scope: whether this person is known elsewhere is looked up, and never shown.
  const scope = {
    as: 'mandating',
    employerId: actor.employerId,
    identityKey: identity.identity_key,
  } as const
  return app.db.transaction(scope, async (tx) => {
    const employer = await requireSubscribed(tx, actor.employerId, user.service)
    if (user.firm.ice === employer.ice) refuse('administration.firm_is_own')
    const today = todayIn(app.clock)
    await requireActiveCategories(tx, employer.id, { categories: user.scope.categories, today })
    // Held from here: two offers to one person of a firm find each other.
    const { id: firmId, name: firmName } = await lockFirm(tx, {
      ...user.firm,
      now: app.clock.now(),
    })
    if (!user.firm.isConfirmed && !isSameFirmName(user.firm.name, firmName))
      refuse('administration.firm_other_name', { name: firmName })
    if (await isMandated(tx, employer.id, identity.identity_key))
      refuse('administration.mandate_known')
    const person = await findOrInsertPerson(tx, app, { ...user, firmId }, identity)
    const id = await insertMandate(tx, {
      ...user.scope,
      employerId: employer.id,
      profileId: person.id,
      state: 'offered',
      typedName: fullName(user),
      typedFirm: firmName,
      typedEmail: user.email,
      fromOn: today,
      now: app.clock.now(),
    })
    await record(tx, actor, app.clock.now(), {
      action: 'mandate.offered',
      subject: { kind: 'mandate', id },
      details: {
        name: fullName(user),
        firm: firmName,
        mode: user.scope.mode,
        categories: user.scope.categories.join(', '),
      },
    })
    await askPerson(tx, app, { actor, employer, person })
    return { id }
  })
}

async function findOrInsertPerson(
  tx: Tx,
  app: AppContext,
  user: NewExternalUser & { readonly firmId: string },
  identity: StoredIdentity,
): Promise<FirmPerson> {
  const now = app.clock.now()
  const { firmId } = user
  const known = await findFirmPerson(tx, {
    firmId,
    identityKey: identity.identity_key,
    email: user.email,
  })
  if (known) return known
  const { ice: firmIce } = user.firm
  const id = await insertFirmProfile(tx, { ...user, ...identity, firmId, firmIce, now })
  return { id, state: 'invited', email: user.email, language: user.language }
}

interface Asked {
  readonly actor: DelegateActor
  readonly employer: Employer
  readonly person: FirmPerson
}

/** Asks a firm's person to answer: at their own address, with an activation link when they have no access yet. */
export async function askPerson(tx: Tx, app: AppContext, { actor, employer, person }: Asked) {
  if (person.state === 'invited') {
    await inviteProfile(tx, app, {
      profileId: person.id,
      employerId: employer.id,
      employerName: employer.name,
      delegateId: actor.id,
    })
    return
  }
  await queueMail(tx, mandateOfferedMail, {
    to: person.email,
    language: person.language,
    props: { employerName: employer.name, employerNumber: employer.number },
    employerId: employer.id,
    at: app.clock.now(),
  })
}

/** Capitals, accents, spaces and signs do not make another firm. */
function isSameFirmName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase()
  return plain(one) === plain(other)
}
