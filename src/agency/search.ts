import type { AgentActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { parseReference } from '../letters/reference.ts'
import { findLetterByReference, letterFrom } from '../letters/store.ts'
import type { Tx } from '../platform/db/database.ts'

export interface FoundEmployer {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly city: string
  readonly state: 'active' | 'closed'
}

export interface Found {
  readonly employers: readonly FoundEmployer[]
  readonly letters: readonly Letter[]
  /** More companies than are shown: the search must be narrowed. */
  readonly isCut: boolean
}

const most = 25

/**
 * Companies by number or name, letters by code or by the number they carry, known or not (product G6). What was
 * looked for is in the fund's own trail.
 */
export async function search(app: AppContext, actor: AgentActor, asked: string): Promise<Found> {
  const words = asked.normalize('NFKC').trim().replace(/\s+/g, ' ').slice(0, 100)
  if (words === '') return { employers: [], letters: [], isCut: false }
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employers = await findEmployers(tx, words)
    const letters = await findLetters(tx, words)
    await record(tx, actor, app.clock.now(), {
      action: 'agency.searched',
      subject: { kind: 'search', id: actor.id },
      details: { found: employers.length + letters.length },
    })
    return { employers: employers.slice(0, most), letters, isCut: employers.length > most }
  })
}

async function findEmployers(tx: Tx, words: string): Promise<FoundEmployer[]> {
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
    .limit(most + 1)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.employer_number,
    name: row.name,
    city: row.city,
    state: row.state,
  }))
}

async function findLetters(tx: Tx, words: string): Promise<Letter[]> {
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
    .limit(most)
    .execute()
  return rows.map(letterFrom)
}
