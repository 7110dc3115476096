import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findIdentifiedMember } from '../../members/store/identified-members.ts'
import {
  type Identity,
  identityKey,
  maskedIdentity,
  storeIdentity,
} from '../../platform/secrets/identity.ts'
import { keepChanges } from './changes.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { saveClaim } from './store/save-claim.ts'

export interface ConfirmPerson extends ShownClaim {
  readonly identity: Identity
}

/**
 * The company reads the document of identity again, and says that the career is this person's (product L2). The number is
 * compared with the one that was declared: another one is another person, or a mistake. Where none was declared the agent is told so.
 */
export async function confirmPerson(
  app: Pick<AppContext, 'db' | 'clock' | 'keyring'>,
  actor: EmployedActor,
  { identity, ...shown }: ConfirmPerson,
): Promise<void> {
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    const member = await findIdentifiedMember(tx, claim.employerId, claim.membershipId)
    const declared = member?.identityKey
    // A declaration has one field for the number, whatever the document.
    const keys = [identity, { ...identity, kind: 'cin' as const }].map((one) =>
      identityKey(app.keyring, one),
    )
    if (declared && !keys.some((key) => key.equals(declared))) refuse('claims.other_identity')
    const known = claim.identity && app.keyring.open(claim.identity.sealed)
    if (known !== null && (known !== identity.number || claim.identity?.kind !== identity.kind)) {
      const [before, after] = [maskedIdentity(known), maskedIdentity(identity.number)]
      await keepChanges(tx, claim, [{ fact: 'identity', before, after }], { id: actor.id, now })
    }
    await saveClaim(tx, claim, {
      identity: {
        ...storeIdentity(app.keyring, identity),
        identity_compared: Boolean(declared),
      },
    })
    return { action: 'claim.person_confirmed' }
  })
}
