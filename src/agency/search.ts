import type { AgentActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { findEmployersLike, findLettersLike } from './store/search.ts'

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

/** More than a page helps nobody. */
const most = 25

/**
 * Companies by number or name, letters by code or by the number they carry, known or not (product G6). What was
 * looked for is in the fund's own trail.
 */
export async function search(app: AppContext, actor: AgentActor, asked: string): Promise<Found> {
  const words = asked.normalize('NFKC').trim().replace(/\s+/g, ' ').slice(0, 100)
  if (words === '') return { employers: [], letters: [], isCut: false }
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employers = await findEmployersLike(tx, words, most + 1)
    const letters = await findLettersLike(tx, words, most)
    await record(tx, actor, app.clock.now(), {
      action: 'agency.searched',
      subject: { kind: 'search', id: actor.id },
      details: { found: employers.length + letters.length },
    })
    return { employers: employers.slice(0, most), letters, isCut: employers.length > most }
  })
}
