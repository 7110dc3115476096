import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { type ChosenAnswer, normaliseAnswer } from './secret-questions.ts'

export interface HashedAnswer {
  readonly question: string
  readonly hash: string
}

/** Answers are hashed like passwords, once normalised (product U2). */
export function hashAnswers(
  app: AppContext,
  answers: readonly ChosenAnswer[],
): Promise<HashedAnswer[]> {
  return Promise.all(
    answers.map(async ({ question, answer }) => ({
      question,
      hash: await app.passwords.hash(normaliseAnswer(answer)),
    })),
  )
}

export async function saveAnswers(
  tx: Tx,
  profileId: string,
  answers: readonly HashedAnswer[],
): Promise<void> {
  await tx.deleteFrom('secret_answers').where('profile_id', '=', profileId).execute()
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

/**
 * Whether both answers are right. The unknown, and who chose no question, cost the same two hashes; for the latter
 * there is nothing to compare and the link alone decides.
 */
export async function areRightAnswers(
  app: AppContext,
  kept: readonly HashedAnswer[],
  given: readonly ChosenAnswer[],
): Promise<boolean> {
  const checks = [0, 1].map((index) => {
    const answer = kept[index]
    const typed = answer ? given.find(({ question }) => question === answer.question) : given[index]
    return app.passwords.verify(
      answer && typed ? answer.hash : null,
      normaliseAnswer(typed?.answer ?? ''),
    )
  })
  const right = await Promise.all(checks)
  return kept.length === 0 || right.every(Boolean)
}
