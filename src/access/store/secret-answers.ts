import type { Tx } from '../../platform/db/database.ts'
import type { HashedAnswer } from '../secret-answers.ts'

export async function saveAnswers(
  tx: Tx,
  profileId: string,
  answers: readonly HashedAnswer[],
): Promise<void> {
  await forgetAnswers(tx, profileId)
  if (answers.length === 0) return
  await tx
    .insertInto('secret_answers')
    .values(
      answers.map(({ question, hash }) => ({ profile_id: profileId, question, answer_hash: hash })),
    )
    .execute()
}

export async function listAnswers(tx: Tx, profileId: string): Promise<HashedAnswer[]> {
  const rows = await tx
    .selectFrom('secret_answers')
    .select(['question', 'answer_hash'])
    .where('profile_id', '=', profileId)
    .orderBy('question')
    .execute()
  return rows.map((row) => ({ question: row.question, hash: row.answer_hash }))
}

export async function forgetAnswers(tx: Tx, profileId: string): Promise<void> {
  await tx.deleteFrom('secret_answers').where('profile_id', '=', profileId).execute()
}
