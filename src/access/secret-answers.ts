import type { AppContext } from '../context.ts'
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
