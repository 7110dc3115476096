import type { Tx } from '../../platform/db/database.ts'

export interface PendingEmail {
  readonly email: string
  readonly until: Date
}

/** The address that awaits its owner's confirmation; of somebody of this company only, where one is named. */
export async function findPendingEmail(
  tx: Tx,
  {
    accountId,
    employerId,
    now,
  }: { readonly accountId: string; readonly employerId: string | null; readonly now: Date },
): Promise<PendingEmail | null> {
  const link = await tx
    .selectFrom('links')
    .select(['payload', 'expires_at'])
    .where('employer_id', 'is not distinct from', employerId)
    .where('subject_id', '=', accountId)
    .where('purpose', '=', 'confirm_email')
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  const email = link?.payload['newEmail']
  return link && typeof email === 'string' ? { email, until: link.expires_at } : null
}
