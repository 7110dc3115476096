import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { parseReference } from '../letters/reference.ts'
import { findLetterByReference } from '../letters/store/letters.ts'

/** Opens the file of a code that was scanned or typed at the desk (product G2). */
export async function findCase(app: AppContext, typed: string): Promise<string> {
  const reference = parseReference(typed) ?? refuse('agency.code_malformed')
  const letter = await app.db.transaction({ as: 'agency' }, (tx) =>
    findLetterByReference(tx, reference),
  )
  return letter?.id ?? refuse('agency.code_unknown', { reference })
}
