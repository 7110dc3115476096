import type { ProfileActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { fewAtOnce } from './few-at-once.ts'
import { type Hands, preparedOf, type Worker } from './prepared.ts'
import { readBoard } from './read-board.ts'
import { type Ready, type ReadyCheck, readyAmong, sentAtMost } from './ready.ts'
import { listHands, listNamed, type NamedHand } from './store/hands.ts'
import { listDeclarationsOf } from './view-firm-file.ts'

export interface ReadyList {
  readonly shown: readonly Ready[]
  /** More are ready than are sent in one go. */
  readonly isCut: boolean
}

/**
 * What could be sent now, of all companies or of one file, with who prepared it. Who they are is asked of each company
 * in its own scope: a firm's person knows the people of a company only with that company's eyes.
 */
export async function readReady(
  app: AppContext,
  actor: ProfileActor,
  file: string | null,
): Promise<ReadyList> {
  const { rows } = await readBoard(app, actor)
  const own = file === null ? null : await listDeclarationsOf(app, actor, file)
  const ready = readyAmong(rows).filter(({ check }) => own === null || own.has(check.id))
  const shown = ready.slice(0, sentAtMost)
  const hands = await app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listHands(
      tx,
      shown.map(({ check }) => check.id),
    ),
  )
  const people = await namesOf(app, actor, { shown, hands })
  const prepared = shown.flatMap((one) => {
    const worked = hands.get(one.check.id)
    return worked ? [{ ...one, prepared: preparedOf(worked, people) }] : []
  })
  return { shown: prepared, isCut: ready.length > shown.length }
}

interface Work {
  readonly shown: readonly ReadyCheck[]
  readonly hands: ReadonlyMap<string, Hands>
}

async function namesOf(
  app: AppContext,
  actor: ProfileActor,
  { shown, hands }: Work,
): Promise<Map<string, Worker>> {
  const self = { name: actor.name, isSelf: true, isOurs: true }
  const people = new Map<string, Worker>([[actor.id, self]])
  const unknown = new Map<string, Set<string>>()
  for (const { company, check } of shown) {
    const worked = hands.get(check.id)
    if (!worked) continue
    for (const { by } of [worked.prepared, ...worked.changes])
      if (by !== actor.id) unknown.set(company.id, (unknown.get(company.id) ?? new Set()).add(by))
  }
  await fewAtOnce([...unknown], async ([employerId, ids]) => {
    const named = await app.db.transaction({ as: 'employer', employerId }, (tx) =>
      listNamed(tx, [actor.id, ...ids]),
    )
    for (const [id, worker] of workersAmong(named, actor.id)) people.set(id, worker)
  })
  return people
}

function workersAmong(named: readonly NamedHand[], selfId: string): [string, Worker][] {
  const firm = named.find(({ id }) => id === selfId)?.firmId ?? null
  return named
    .filter(({ id }) => id !== selfId)
    .map(({ id, name, firmId }) => [
      id,
      { name, isSelf: false, isOurs: firm !== null && firmId === firm },
    ])
}
