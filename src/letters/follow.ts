import type { Tx } from '../platform/db/database.ts'
import { parseReference } from './reference.ts'
import { findLetterToFollow } from './store/letters.ts'

/** A code of the right form that no letter can have: unknown codes cost the same search. */
const nobody = 'ZZ-0000-0000'

/**
 * The letter of an applicant, by its code and the address it was asked with (product P7). An unknown code, a wrong
 * address and a malformed code do the same work and give the same answer.
 */
export function followLetter(
  tx: Tx,
  reference: string,
  email: string,
): Promise<string | undefined> {
  return findLetterToFollow(tx, parseReference(reference) ?? nobody, email)
}
