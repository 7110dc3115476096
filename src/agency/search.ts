import type { AgentActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import type { Claim } from '../liquidations/claims/claim.ts'
import { findSentByReference } from '../liquidations/claims/store/sent-claims.ts'
import { countReading } from '../members/count-reading.ts'
import { findMembersLike, type FoundMember } from '../members/store/known-people.ts'
import { westernDigits } from '../money/index.ts'
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
  readonly claims: readonly Claim[]
  readonly members: readonly FoundMember[]
  /** More companies or members than are shown: the search must be narrowed. */
  readonly isCut: boolean
}

/** More than a page helps nobody. */
const most = 25

/**
 * Companies by number or name, letters by code or by the number they carry, claims by their number, members by number
 * or the beginning of their name, in either order (product G6). That somebody looked is in the fund's own trail, and members shown count as read (AT59).
 */
export async function search(app: AppContext, actor: AgentActor, asked: string): Promise<Found> {
  const words = westernDigits(asked.normalize('NFKC')).trim().replace(/\s+/g, ' ').slice(0, 100)
  if (words === '') return { employers: [], letters: [], claims: [], members: [], isCut: false }
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employers = await findEmployersLike(tx, words, most + 1)
    const letters = await findLettersLike(tx, words, most)
    const claims = await findSentByReference(tx, words)
    const members = words.length < 3 ? [] : await findMembersLike(tx, words, most + 1)
    const now = app.clock.now()
    await countReading(tx, actor, Math.min(most, members.length) + claims.length, now)
    await record(tx, actor, now, {
      action: 'agency.searched',
      subject: { kind: 'search', id: actor.id },
      details: { found: employers.length + letters.length + claims.length + members.length },
    })
    return {
      employers: employers.slice(0, most),
      letters,
      claims,
      members: members.slice(0, most),
      isCut: employers.length > most || members.length > most,
    }
  })
}
