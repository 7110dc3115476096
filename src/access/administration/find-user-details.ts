import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { maskedIdentity } from '../../platform/secrets/identity.ts'
import { findPendingEmail } from '../store/pending-email.ts'
import { getOwnUser } from './find-own-user.ts'
import { findTypedEmail } from './store/mandates.ts'
import { getPrivateDetails } from './store/profiles.ts'
import type { User, UserDetails } from './user.ts'

/** A user with what only their own page shows: identity, masked; questions; the address that awaits them. */
export async function getUserDetails(
  tx: Tx,
  app: Pick<AppContext, 'keyring' | 'clock'>,
  employerId: string,
  wanted: { readonly id: string; readonly service: User['service'] },
): Promise<UserDetails> {
  const { user } = await getOwnUser(tx, employerId, wanted)
  if (user.service === 'declaration_external') {
    return { ...nothingMore(user), addressDiffers: await addressDiffers(tx, employerId, user) }
  }
  const row = await getPrivateDetails(tx, employerId, user.id)
  return {
    ...nothingMore(user),
    identityKind: row.identity_kind,
    identityMask: maskedIdentity(app.keyring.open(row.identity_sealed)),
    suggestedQuestions: row.suggested_questions,
    hasSecondFactor: row.has_second_factor,
    pendingEmail: await findPendingEmail(tx, {
      accountId: user.id,
      employerId,
      now: app.clock.now(),
    }),
  }
}

function nothingMore(user: User): UserDetails {
  return {
    ...user,
    identityKind: null,
    identityMask: null,
    suggestedQuestions: [],
    hasSecondFactor: null,
    pendingEmail: null,
    addressDiffers: false,
  }
}

/** Known only once the person has accepted: before, the address shown is the one that was typed. */
async function addressDiffers(tx: Tx, employerId: string, user: User): Promise<boolean> {
  if (user.login === null) return false
  const typed = await findTypedEmail(tx, employerId, user.id)
  return typed !== '' && typed.toLowerCase() !== user.email.toLowerCase()
}
