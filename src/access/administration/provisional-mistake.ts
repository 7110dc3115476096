import { type PasswordMistake, passwordMistake } from '../password-rules.ts'

/**
 * What is wrong with a password typed by the delegate. It works once and beside a code mailed to the user, so the
 * rule of passwords with a second factor holds (decision: a password typed by the delegate).
 */
export function provisionalMistake(
  password: string,
  words: readonly string[],
): PasswordMistake | null {
  return passwordMistake(password, { secondFactor: true, words })
}
