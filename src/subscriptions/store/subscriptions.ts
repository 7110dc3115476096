import type { Tx } from '../../platform/db/database.ts'
import { type StoredIdentity, storeIdentity } from '../../platform/secrets/identity.ts'
import type { Keyring } from '../../platform/secrets/keyring.ts'
import type { DelegateAnswers } from '../draft.ts'

/** What an accepted letter will put in force: who, and with which password. */
export interface Subscription extends StoredIdentity {
  readonly letterId: string
  readonly passwordHash: string | null
}

export async function insertSubscription(
  tx: Tx,
  keyring: Keyring,
  subscription: {
    readonly letterId: string
    readonly employerId: string | null
    readonly delegate: Pick<DelegateAnswers, 'identityKind' | 'identityNumber'>
    readonly passwordHash: string | null
  },
): Promise<void> {
  const { identityKind: kind, identityNumber: number } = subscription.delegate
  await tx
    .insertInto('subscriptions')
    .values({
      letter_id: subscription.letterId,
      employer_id: subscription.employerId,
      ...storeIdentity(keyring, { kind, number }),
      password_hash: subscription.passwordHash,
    })
    .execute()
}

export async function findSubscription(
  tx: Tx,
  letterId: string,
): Promise<Subscription | undefined> {
  const row = await tx
    .selectFrom('subscriptions')
    .selectAll()
    .where('letter_id', '=', letterId)
    .executeTakeFirst()
  return (
    row && {
      letterId: row.letter_id,
      identity_kind: row.identity_kind,
      identity_sealed: row.identity_sealed,
      identity_key: row.identity_key,
      passwordHash: row.password_hash,
    }
  )
}

/** Whether the person that a letter names is this delegate: compared by identity document (decision: a person). */
export async function isDelegateOf(tx: Tx, letterId: string, delegateId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('subscriptions')
    .innerJoin('delegates', 'delegates.identity_key', 'subscriptions.identity_key')
    .select('delegates.id')
    .where('subscriptions.letter_id', '=', letterId)
    .where('delegates.id', '=', delegateId)
    .executeTakeFirst()
  return row !== undefined
}
