import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { countReading } from '../../members/count-reading.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findRowKeys } from '../entry/store/checks.ts'
import type { Owner } from '../store/lines.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { type Declaration, findContent, findName } from '../store/declarations.ts'
import { type Cause, type CauseKey, waitsForReason } from './cause.ts'
import { nameOn } from './person.ts'
import { bookFor } from './open-book.ts'
import type { LineBook } from './line-book.ts'
import { type CauseLine, listCauseLines, type Place } from './store/cause-lines.ts'
import { findCause, listReasons } from './store/causes.ts'
import type { FindingRow } from './store/finding-row.ts'

export interface LineShown extends FindingRow {
  /** As the file names them; nothing where there is no line. */
  readonly person: string
  readonly confirmedBy: string
}

export interface CauseView {
  readonly declaration: Declaration
  readonly cause: Cause
  readonly lines: readonly LineShown[]
  readonly showsConfirmed: boolean
  readonly hasBefore: boolean
  readonly hasAfter: boolean
  readonly reasons: readonly string[]
  /** Made of a sheet: its lines are corrected there. */
  readonly isOfSheet: boolean
}

export interface CauseAsked extends CauseKey {
  /** Which ones, for a doubt: still to confirm unless there are none left. */
  readonly confirmed: boolean | null
  readonly place: Place
}

const linesShown = 50
const reasonsOffered = 8

/** All the lines of one cause, fifty at a time, counted as read (quality AT59); nothing once the cause is gone. */
export async function viewCause(
  app: AppContext,
  actor: EmployedActor,
  id: string,
  asked: CauseAsked,
): Promise<CauseView | null> {
  const found = await readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    const owner = { declarationId: id, employerId: actor.employerId }
    const view = await readCause(tx, owner, declaration, asked)
    await countReading(tx, actor, view?.lines.length ?? 0, app.clock.now())
    return view
  })
  if (!found) return null
  const { lines, names, content, ...view } = found
  const book = await bookFor(app, view.declaration, content)
  return {
    ...view,
    lines: lines.map((line) => ({
      ...line,
      person: personOf(app, book, line),
      confirmedBy: names.get(line.confirmed?.by ?? '') ?? '',
    })),
  }
}

/** The cause, while something of it is left to do. */
export function findCauseLeft(
  app: AppContext,
  actor: EmployedActor,
  id: string,
  key: CauseKey,
): Promise<Cause | undefined> {
  return readInHand(app, actor, async (tx, workspace) => {
    const { state } = await getOwn(tx, actor, workspace, id)
    if (state !== 'checked') return refuse('declarations.no_longer_open')
    const cause = await findCause(tx, { declarationId: id, employerId: actor.employerId }, key)
    const isSettled = cause?.severity === 'to_confirm' && cause.confirmed === cause.count
    return isSettled ? undefined : cause
  })
}

async function readCause(
  tx: Tx,
  owner: Owner,
  declaration: Declaration,
  { confirmed, place, ...key }: CauseAsked,
) {
  const cause = await findCause(tx, owner, key)
  if (!cause) return null
  const showsConfirmed = confirmed ?? (cause.severity === 'to_confirm' && !waitsForReason(cause))
  const which = { ...key, confirmed: showsConfirmed }
  const [found, content, reasons, rowKeys] = await Promise.all([
    listCauseLines(tx, owner, which, { place, limit: linesShown + 1 }),
    findContent(tx, owner.employerId, owner.declarationId),
    listReasons(tx, owner, reasonsOffered),
    findRowKeys(tx, owner.employerId, owner.declarationId),
  ])
  const isBackward = place.from === 'before'
  const isMore = found.length > linesShown
  const lines = isBackward ? found.slice(-linesShown) : found.slice(0, linesShown)
  return {
    declaration,
    cause,
    showsConfirmed,
    lines,
    names: await namesOf(tx, lines),
    content,
    hasBefore: isBackward ? isMore : place.from !== 'start',
    hasAfter: isBackward || isMore,
    reasons,
    isOfSheet: rowKeys !== undefined,
  }
}

function personOf(app: AppContext, book: LineBook, { name, sealed, params }: CauseLine): string {
  if (name) return `${name.last} ${name.first}`.trim()
  return sealed ? nameOn(book.read(app.keyring.open(sealed))) : (params['name'] ?? '')
}

async function namesOf(tx: Tx, lines: readonly CauseLine[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(lines.flatMap(({ confirmed }) => confirmed?.by ?? []))
  const names = new Map<string, string>()
  for (const id of ids) names.set(id, await findName(tx, id))
  return names
}
