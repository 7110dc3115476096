import type { Letter } from '../../letters/letter.ts'
import { parseReference } from '../../letters/reference.ts'
import { findLetterByReference, letterFrom } from '../../letters/store/letters.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { FoundEmployer } from '../search.ts'

/** By part of the number, by part of the name, by the whole ICE. */
export async function findEmployersLike(
  tx: Tx,
  words: string,
  limit: number,
): Promise<FoundEmployer[]> {
  const digits = /^\d{1,6}$/.test(words)
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await tx
    .selectFrom('employers')
    .select(['id', 'employer_number', 'name', 'city', 'state'])
    .where((is) =>
      digits
        ? is('employer_number', 'like', `%${words}%`)
        : is.or([is('name', 'ilike', pattern), is('ice', '=', words)]),
    )
    .orderBy('name')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.employer_number,
    name: row.name,
    city: row.city,
    state: row.state,
  }))
}

/** By code, or by the number that they carry. */
export async function findLettersLike(tx: Tx, words: string, limit: number): Promise<Letter[]> {
  const reference = parseReference(words)
  if (reference) {
    const letter = await findLetterByReference(tx, reference)
    return letter ? [letter] : []
  }
  if (!/^\d{6}$/.test(words)) return []
  const rows = await tx
    .selectFrom('letters')
    .selectAll()
    .where('employer_number', '=', words)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(letterFrom)
}
