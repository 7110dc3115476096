import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { countReading } from '../../members/count-reading.ts'
import type { KnownPerson, Newcomer } from '../../members/newcomer.ts'
import { findPerson, listLikely, searchPeople } from '../../members/store/known-people.ts'
import {
  countNewcomers,
  findNewcomer,
  listNewcomers,
  type NewcomerFilter,
} from '../../members/store/newcomers.ts'
import { getReviewer } from '../store/reviews.ts'

export interface NewcomersView {
  readonly newcomers: readonly Newcomer[]
  readonly count: number
  readonly page: number
  readonly pages: number
}

const perPage = 50

/** Everybody declared without a number, the longest waiting first. */
export function readNewcomers(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  filter: NewcomerFilter,
  page: number,
): Promise<NewcomersView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const count = await countNewcomers(tx, filter)
    const pages = Math.max(1, Math.ceil(count / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    const offset = (shown - 1) * perPage
    await countReading(tx, actor, Math.min(perPage, count - offset), app.clock.now())
    const newcomers = await listNewcomers(tx, filter, { limit: perPage, offset })
    return { newcomers, count, page: shown, pages }
  })
}

export interface NewcomerAsked {
  readonly id: string
  /** A name or a number that the agent looks for. */
  readonly words: string
  /** Somebody to compare with, by number. */
  readonly with: string | null
}

export interface NewcomerView {
  readonly newcomer: Newcomer
  readonly identity: string | null
  readonly candidates: readonly Candidate[]
  /** Somebody to compare with, when one was chosen and exists. */
  readonly compared: Candidate | null
  readonly asked: NewcomerAsked
  readonly isOwnEmployer: boolean
}

export interface Candidate extends KnownPerson {
  readonly identity: string | null
}

/** One newcomer beside the people they may be. The look is in the company's trail (product G7). */
export function readNewcomer(
  app: Pick<AppContext, 'db' | 'clock' | 'keyring'>,
  actor: AgentActor,
  asked: NewcomerAsked,
): Promise<NewcomerView> {
  const opened = (sealed: Buffer | null) => (sealed ? app.keyring.open(sealed) : null)
  const candidateOf = (one: KnownPerson) => ({ ...one, identity: opened(one.identitySealed) })
  const now = app.clock.now()
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const newcomer = (await findNewcomer(tx, asked.id)) ?? refuse('web.not_found')
    const found = asked.words ? await searchPeople(tx, asked.words) : await listLikely(tx, newcomer)
    const compared = asked.with ? await findPerson(tx, asked.with) : undefined
    await countReading(tx, actor, 1 + found.length, now)
    await record(tx, actor, now, {
      action: 'newcomer.viewed',
      subject: { kind: 'membership', id: newcomer.id },
      employerId: newcomer.employerId,
      details: { number: newcomer.memberNumber },
    })
    const { ownEmployerNumber } = await getReviewer(tx, actor)
    return {
      newcomer,
      identity: opened(newcomer.identitySealed),
      candidates: found.map(candidateOf),
      compared: compared ? candidateOf(compared) : null,
      asked,
      isOwnEmployer: ownEmployerNumber === newcomer.employerNumber,
    }
  })
}
