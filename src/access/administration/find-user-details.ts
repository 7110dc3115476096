import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { maskedIdentity } from '../../platform/secrets/identity.ts'
import { getOwnUser } from './find-own-user.ts'
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
  const row = await tx
    .selectFrom('profiles')
    .select(['identity_kind', 'identity_sealed', 'suggested_questions'])
    .where('id', '=', user.id)
    .where('employer_id', '=', employerId)
    .executeTakeFirstOrThrow()
  return {
    ...nothingMore(user),
    identityKind: row.identity_kind,
    identityMask: maskedIdentity(app.keyring.open(row.identity_sealed)),
    suggestedQuestions: row.suggested_questions,
    pendingEmail: await findPendingEmail(tx, user.id, app.clock.now()),
  }
}

function nothingMore(user: User): UserDetails {
  return {
    ...user,
    identityKind: null,
    identityMask: null,
    suggestedQuestions: [],
    pendingEmail: null,
    addressDiffers: false,
  }
}

async function findPendingEmail(tx: Tx, profileId: string, now: Date): Promise<string | null> {
  const link = await tx
    .selectFrom('links')
    .select('payload')
    .where('subject_id', '=', profileId)
    .where('purpose', '=', 'confirm_email')
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  const email = link?.payload['newEmail']
  return typeof email === 'string' ? email : null
}

/** Known only once the person has accepted: before, the address shown is the one that was typed. */
async function addressDiffers(tx: Tx, employerId: string, user: User): Promise<boolean> {
  if (user.login === null) return false
  const row = await tx
    .selectFrom('mandates')
    .select('typed_email')
    .where('id', '=', user.id)
    .where('employer_id', '=', employerId)
    .executeTakeFirst()
  const typed = row?.typed_email ?? ''
  return typed !== '' && typed.toLowerCase() !== user.email.toLowerCase()
}
