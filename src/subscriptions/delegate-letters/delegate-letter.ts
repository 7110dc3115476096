import type { Letter } from '../../letters/letter.ts'

/** The three letters of «Téléchargement», in the order of how often they are needed (leaflet; product A10). */
export const delegateLetterKinds = ['renewal', 'email_update', 'password_reset'] as const
export type DelegateLetterKind = (typeof delegateLetterKinds)[number]

export function isDelegateLetterKind(text: string | undefined): text is DelegateLetterKind {
  return delegateLetterKinds.some((kind) => kind === text)
}

/**
 * Letters that this delegate prepared may be printed, sent back and withdrawn from here. Others about the company are
 * listed only: somebody who asks to replace the delegate is not in the delegate's hands (decision: 48 h, objection).
 */
export function isOwnLetter(
  letter: Pick<Letter, 'kind' | 'data' | 'applicant'>,
  delegate: { readonly id: string; readonly email: string },
): boolean {
  if (letter.kind === 'debit_mandate') return true
  if (letter.data['preparedBy'] === delegate.id) return true
  return letter.applicant.email.toLowerCase() === delegate.email.toLowerCase()
}
