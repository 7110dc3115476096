import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { countReading } from '../../members/count-reading.ts'
import { findRowKeys } from '../entry/store/checks.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { type Declaration, findContent } from '../store/declarations.ts'
import { bookFor } from './open-book.ts'
import { nameOn } from './person.ts'
import { countLinesFound, type LineFound, searchLines } from './store/search-lines.ts'

export interface LinesView {
  readonly declaration: Declaration
  readonly words: string
  readonly count: number
  readonly lines: readonly Omit<LineFound, 'sealed'>[]
  readonly page: number
  readonly pages: number
  /** Made of a sheet: its lines are corrected there. */
  readonly isOfSheet: boolean
}

const perPage = 50

/** The lines of a check by member number, name or line, the good ones included; counted as read (quality AT59). */
export async function findLines(
  app: AppContext,
  actor: EmployedActor,
  id: string,
  { words, page }: { readonly words: string; readonly page: number },
): Promise<LinesView> {
  const { found, content, ...view } = await readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    const owner = { declarationId: id, employerId: actor.employerId }
    const count = await countLinesFound(tx, owner, words)
    const pages = Math.max(1, Math.ceil(count / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    const where = { limit: perPage, offset: (shown - 1) * perPage }
    const found = await searchLines(tx, owner, words, where)
    await countReading(tx, actor, found.length, app.clock.now())
    const [content, rowKeys] = await Promise.all([
      findContent(tx, actor.employerId, id),
      findRowKeys(tx, actor.employerId, id),
    ])
    const isOfSheet = rowKeys !== undefined
    return { declaration, words, count, found, content, page: shown, pages, isOfSheet }
  })
  const book = await bookFor(app, view.declaration, content)
  const lines = found.map(({ sealed, ...line }) => {
    if (!sealed) return line
    const texts = book.read(app.keyring.open(sealed))
    return { ...line, person: nameOn(texts), memberNumber: texts.memberNumber.trim() }
  })
  return { ...view, lines }
}
