import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { countReading, weightOfPage } from '../../members/count-reading.ts'
import type { CheckContext } from '../checking/check-context.ts'
import { checkDeclaration } from '../checking/check-declaration.ts'
import type { Finding } from '../checking/finding.ts'
import type { LineField } from '../checking/fields.ts'
import { linesOf, readRow, readStart, textOf } from '../content.ts'
import type { Owner } from '../store/lines.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { type Declaration, findContent } from '../store/declarations.ts'
import { getPeriod, type Workspace } from '../workspace.ts'
import type { CauseKey } from './cause.ts'
import type { LineBook, LineTexts } from './line-book.ts'
import { bookOf } from './open-book.ts'
import { nameOn } from './person.ts'
import { findNextLine, findRefusedLine, listFindingsOfLine } from './store/cause-lines.ts'
import { type FindingRow, isMasked } from './store/finding-row.ts'

/** One line with what was found on it. */
export interface LineView {
  readonly declaration: Declaration
  /** Nothing for a line to add. */
  readonly line: number | null
  /** The finding of who is absent, when the line is theirs. */
  readonly absent: string | null
  /** What the layout of this file has. */
  readonly has: (field: LineField) => boolean
  readonly texts: LineTexts
  readonly person: string
  readonly findings: readonly FindingRow[]
  /** What a field should hold, where that is known, in the fund's writing. */
  readonly proposals: Partial<LineTexts>
  /** The next line with the same cause, for who goes from one to the next. */
  readonly next: number | null
}

/** Counted as read, since a line has a salary (quality AT59). */
export async function viewLine(
  app: AppContext,
  actor: EmployedActor,
  id: string,
  { line, cause }: { readonly line: number; readonly cause: CauseKey | null },
): Promise<LineView> {
  const { content, context, sealed, ...view } = await readInHand(
    app,
    actor,
    async (tx, workspace) => {
      const declaration = await getOwn(tx, actor, workspace, id)
      if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
      const owner: Owner = { declarationId: id, employerId: actor.employerId }
      const [kept, sealed, findings, next = null] = await Promise.all([
        findContent(tx, actor.employerId, id),
        findRefusedLine(tx, owner, line),
        listFindingsOfLine(tx, owner, line),
        cause ? findNextLine(tx, owner, cause, line) : null,
      ])
      const content = kept ?? refuse('web.not_found')
      await countReading(tx, actor, weightOfPage, app.clock.now())
      const facts = factsOfPeriod(workspace, declaration)
      return { declaration, context: facts, content, sealed, findings, next }
    },
  )
  // A line to correct is kept beside the check; any other is looked for in the content.
  const text = sealed ? app.keyring.open(sealed) : await readRow(app.files, content.sha256, line)
  if (text === undefined) return refuse('web.not_found')
  const start = await readStart(app.files, content.sha256)
  const book = bookOf(start)
  const texts = book.read(text)
  const again = () => findingsOn(text, start, context)
  return {
    ...view,
    line,
    absent: null,
    has: (field) => book.has(field),
    texts,
    person: nameOn(texts),
    proposals: proposalsFor(book, view.findings, again),
  }
}

/** What a line says of itself is judged by these; the members of the company are not needed for it. */
function factsOfPeriod(workspace: Workspace, { category, quarter }: Declaration): CheckContext {
  const { terms } = getPeriod(workspace, category, formatQuarter(quarter))
  const { employeeRate, employerRate, product } = terms
  return {
    employerNumber: workspace.employerNumber,
    quarter,
    categories: [{ category, employeeRate, employerRate, product }],
  }
}

/** Within these the names of the columns stand, in a table. */
const titleLines = 10

/** What the check says of one line, corrections included: those kept beside a declaration are masked. */
function findingsOn(text: string, start: Uint8Array, context: CheckContext): readonly Finding[] {
  const above = linesOf(start).slice(0, titleLines)
  const { findings } = checkDeclaration(textOf([...above, text]), context)
  return findings.filter((found) => found.line === above.length + 1)
}

/** What is kept beside the finding comes first: it knows the company. What is masked there is found again on the line. */
function proposalsFor(
  book: LineBook,
  kept: readonly FindingRow[],
  again: () => readonly Finding[],
): LineView['proposals'] {
  const known = kept.flatMap(({ code, field, correction }) => {
    if (correction === null || field === '') return []
    const proposed = isMasked(correction)
      ? again().find((found) => found.code === code && found.field === field)?.correction
      : correction
    if (proposed === undefined) return []
    return [[field, book.reading(field as LineField, proposed)]]
  })
  return Object.fromEntries(known) as LineView['proposals']
}
