import type { Tx } from '../../platform/db/database.ts'

/** What a firm's person answers to an offer; the company that offered, or nothing when it is not offered any more. */
export async function saveAnswer(
  tx: Tx,
  profileId: string,
  mandateId: string,
  answer: { readonly state: 'active' | 'declined'; readonly at: Date },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('mandates')
    .set((row) => ({
      state: answer.state,
      answered_at: answer.at,
      version: row('version', '+', 1),
    }))
    .where('id', '=', mandateId)
    .where('profile_id', '=', profileId)
    .where('state', '=', 'offered')
    .returning('employer_id')
    .executeTakeFirst()
  return row?.employer_id
}

/** Offers of a delegate whose function ends: nobody may accept them any more. */
export async function withdrawOffers(
  tx: Tx,
  employerId: string,
  end: { readonly now: Date; readonly reason: string },
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx
    .updateTable('mandates')
    .set((row) => ({
      state: 'revoked' as const,
      ended_at: end.now,
      end_reason: end.reason,
      version: row('version', '+', 1),
    }))
    .where('employer_id', '=', employerId)
    .where('state', '=', 'offered')
    .returning(['id', 'typed_name as name'])
    .execute()
}

/** What this company offered with the invitation. */
export async function acceptOffer(
  tx: Tx,
  employerId: string,
  profileId: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('mandates')
    .set((row) => ({
      state: 'active' as const,
      answered_at: now,
      version: row('version', '+', 1),
    }))
    .where('employer_id', '=', employerId)
    .where('profile_id', '=', profileId)
    .where('state', '=', 'offered')
    .execute()
}
