import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { parseReference } from '../letters/reference.ts'
import { findLetterByReference } from '../letters/store/letters.ts'

/** The letter of a code that was scanned or typed at the desk (product G2). */
export async function findCase(app: AppContext, typed: string): Promise<Letter> {
  const reference = parseReference(typed) ?? refuse('agency.code_malformed')
  const letter = await app.db.transaction({ as: 'agency' }, (tx) =>
    findLetterByReference(tx, reference),
  )
  return letter ?? refuse('agency.code_unknown', { reference })
}
