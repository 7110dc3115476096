import { passwordMistake } from '../access/password-rules.ts'
import { isTypedTwice } from '../access/typed-secret.ts'
import type { Fields } from '../web/form.ts'
import { text } from '../web/form.ts'
import type { Words } from '../web/words/index.ts'
import { type Draft, forbiddenWords } from './draft.ts'

export type PasswordAnswer =
  | { readonly kind: 'chosen'; readonly password: string }
  | { readonly kind: 'kept' }
  | { readonly kind: 'wrong'; readonly sentence: string }

/**
 * The password «Administrateur des Utilisateurs» as typed: chosen, left as it was, or refused with the reason. A
 * renewal may leave it empty (quality: one password rule at every door, AT15).
 */
export function readPassword(
  fields: Fields,
  draft: Draft,
  fundName: string,
  words: Words,
): PasswordAnswer {
  const { mistakes } = words.subscriptions
  const typed = fields['password']
  const password = typeof typed === 'string' ? typed : ''
  if (password === '') {
    return draft.hasPassword || draft.kind === 'renewal'
      ? { kind: 'kept' }
      : { kind: 'wrong', sentence: mistakes.passwordMissing }
  }
  const about = forbiddenWords(draft.employerNumber, draft.company?.name, {
    firstName: text(fields, 'firstName'),
    lastName: text(fields, 'lastName'),
    email: text(fields, 'email'),
  })
  const mistake = passwordMistake(password, { secondFactor: false, words: [...about, fundName] })
  if (mistake) return { kind: 'wrong', sentence: mistakes.password[mistake] }
  return isTypedTwice(fields, 'password')
    ? { kind: 'chosen', password }
    : { kind: 'wrong', sentence: words.frame.passwordsDiffer }
}
