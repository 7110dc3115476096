/** What an applicant may be asked to complete: each code has its sentence in both languages. */
export const completionReasons = [
  'missing_signature',
  'missing_stamp',
  'unreadable',
  'missing_page',
  'signatory_capacity',
  'delegate_identity',
  'differs_from_form',
  'wrong_document',
] as const
export type CompletionReason = (typeof completionReasons)[number]

/** Why a file is refused for good. */
export const refusalReasons = [
  'unknown_number',
  'not_authorised',
  'not_from_company',
  'identity_mismatch',
  'duplicate',
  'no_answer',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Given by the rules themselves, never chosen by an agent. */
export const objectionUpheld = 'objection_upheld'
export const infectedProof = 'infected_proof'
export type LetterReason =
  | CompletionReason
  | RefusalReason
  | typeof objectionUpheld
  | typeof infectedProof

const known: readonly string[] = [
  ...completionReasons,
  ...refusalReasons,
  objectionUpheld,
  infectedProof,
]

export function isLetterReason(code: string): code is LetterReason {
  return known.includes(code)
}
