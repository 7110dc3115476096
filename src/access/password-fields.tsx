import { PasswordField } from '../web/components/password-field.tsx'
import { useVisit } from '../web/visit.ts'
import type { Words } from '../web/words/index.ts'
import type { PasswordMistake } from './password-rules.ts'

/** It can be pasted; shown where scripts run, typed twice where they do not. */
export function NewPasswordField({ shortest }: { readonly shortest: number }) {
  const { newPassword } = useVisit().words.access
  return (
    <PasswordField
      name="newPassword"
      label={newPassword.label}
      hint={newPassword.hint(shortest)}
      autocomplete="new-password"
    />
  )
}

/** Why this password will not do, and what will. */
export function passwordSentence(
  words: Words,
  mistake: PasswordMistake | 'empty' | 'used_before',
  shortest: number,
): string {
  const { newPassword } = words.access
  if (mistake === 'empty') return newPassword.needed
  if (mistake === 'too_short') return newPassword.mistakes.too_short(shortest)
  return newPassword.mistakes[mistake]
}
