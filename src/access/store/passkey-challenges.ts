import { randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { ChallengePurpose } from '../tables.ts'

/** Long enough to find the telephone. */
const livesMs = 5 * 60_000

interface Asked {
  readonly id: string
  readonly sessionId: string
}

/** A new challenge for this session; one asked before for the same purpose is worth nothing any more. */
export async function newChallenge(
  tx: Tx,
  { id, sessionId }: Asked,
  purpose: ChallengePurpose,
  now: Date,
): Promise<Buffer> {
  const challenge = randomBytes(32)
  const expires_at = new Date(now.getTime() + livesMs)
  await tx
    .insertInto('passkey_challenges')
    .values({ session_id: sessionId, account_id: id, purpose, challenge, expires_at })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'purpose']).doUpdateSet({ challenge, expires_at }),
    )
    .execute()
  return challenge
}

/** The challenge that an answer must be to. Taken once, right or wrong; undefined when there is none, or too late. */
export async function takeChallenge(
  tx: Tx,
  { sessionId }: Pick<Asked, 'sessionId'>,
  purpose: ChallengePurpose,
  now: Date,
): Promise<Buffer | undefined> {
  const taken = await tx
    .deleteFrom('passkey_challenges')
    .where('session_id', '=', sessionId)
    .where('purpose', '=', purpose)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst()
  return taken && taken.expires_at > now ? taken.challenge : undefined
}

export async function forgetOldChallenges(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('passkey_challenges').where('expires_at', '<', now).execute()
}
