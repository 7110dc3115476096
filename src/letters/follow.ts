import type { Tx } from '../platform/db/database.ts'
import type { Letter } from './letter.ts'
import { parseReference } from './reference.ts'
import { findLetterByReference } from './store.ts'

/** A code of the right form that no letter can have: unknown codes cost the same search. */
const nobody = 'ZZ-0000-0000'

/**
 * What an applicant may see of their letter, by its code and the address it was asked with (product P7). An
 * unknown code, a wrong address and a malformed code do the same work and give the same answer.
 */
export async function followLetter(
  tx: Tx,
  reference: string,
  email: string,
): Promise<Letter | undefined> {
  const letter = await findLetterByReference(tx, parseReference(reference) ?? nobody)
  return letter && sameAddress(letter.applicant.email, email) ? letter : undefined
}

function sameAddress(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
