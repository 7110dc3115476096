import type { AppContext } from '../../context.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import type { Asked } from './asked.ts'
import { addLine } from './add-line.ts'
import { causeName } from './cause.ts'
import { correctLine } from './correct-line.ts'
import { findNext } from './find-next.ts'
import { causeAsked, lineOf, shownCheck } from './form-of.ts'
import { mistakesOf, notWritten } from './line-mistakes.ts'
import { LinePage } from './pages/line.tsx'
import { RemoveLinePage } from './pages/remove-line.tsx'
import { removeLine } from './remove-line.ts'
import { backToCause } from './routes.cause.tsx'
import { backToDesk } from './routes.desk.tsx'
import { viewLine } from './view-line.ts'
import { viewNewLine } from './view-new-line.ts'

/** One line: corrected in its place, taken out, or added (product D4, quality US15). */
export function mountLines(site: Site, app: AppContext): void {
  const { line, removeLine: remove, newLine } = paths.declarations
  const reads = { power: 'declarations.read', audit: 'declaration.view_line' } as const
  site.get(line.pattern, reads, async (page, actor) => showLine({ page, app, actor }))
  site.post(
    line.pattern,
    { power: 'declarations.send', audit: 'declaration.correct_line' },
    async (page, actor) => correct({ page, app, actor }),
  )
  site.get(remove.pattern, reads, async (page, actor) => {
    const [number, cause] = [lineOf(page), causeAsked(page)]
    const view = await viewLine(app, actor, idOf(page), { line: number, cause })
    return show(page, <RemoveLinePage view={{ ...view, line: number }} cause={cause} />)
  })
  site.post(
    remove.pattern,
    { power: 'declarations.send', audit: 'declaration.remove_line' },
    async (page, actor) => {
      const done = await attempt(page, () => removeLine(app, actor, shownCheck(page), lineOf(page)))
      if (!done.ok)
        return showLine({ page, app, actor }, { errors: { '': done.sentence }, status: 409 })
      return onward({ page, app, actor }, page.var.visit.words.desk.removed(lineOf(page)))
    },
  )
  site.get(newLine.pattern, reads, async (page, actor) => showNewLine({ page, app, actor }))
  site.post(
    newLine.pattern,
    { power: 'declarations.send', audit: 'declaration.add_line' },
    async (page, actor) => add({ page, app, actor }),
  )
}

async function correct(asked: Asked) {
  const { page, app, actor } = asked
  const { fields, visit } = page.var
  const line = lineOf(page)
  const keepsAsIs = text(fields, 'garder') !== ''
  const done = await attempt(page, () =>
    correctLine(app, actor, shownCheck(page), { line, fields, keepsAsIs }),
  )
  if (!done.ok) return showLine(asked, { errors: { '': done.sentence }, status: 409 })
  const { desk } = visit.words
  const { value } = done
  if (value.outcome === 'not_written') {
    return showLine(asked, { errors: notWritten(value.wrong, desk) })
  }
  if (value.outcome === 'not_accepted') {
    const errors = mistakesOf(value.findings, fields, visit)
    return showLine(asked, {
      errors: { ...errors, ...notWritten(value.unwritten, desk) },
      canKeep: true,
    })
  }
  const view = await viewLine(app, actor, idOf(page), { line, cause: causeAsked(page) })
  const blocking = view.findings.filter(({ severity }) => severity === 'blocking')
  const isWrong = blocking.length > 0
  if (value.outcome === 'unchanged' && isWrong) {
    return showLine(asked, { errors: { '': desk.nothingTyped } })
  }
  if (value.outcome === 'changed' && value.unwritten.length > 0) {
    const errors = mistakesOf(blocking, fields, visit)
    const unwritten = notWritten(value.unwritten, desk)
    const { version } = view.declaration
    return showLine(asked, { errors: { '': desk.restKept, ...errors, ...unwritten }, version })
  }
  if (isWrong && !keepsAsIs) return stayOn(asked, desk.stillWrong(line, blocking.length))
  return onward(asked, isWrong ? desk.keptLine(line) : desk.correctedLine(line))
}

/** What was mended is kept; the line is shown again with what is left of it. */
function stayOn({ page }: Asked, notice: string) {
  const cause = causeAsked(page)
  const address = paths.declarations.line({ id: idOf(page), line: String(lineOf(page)) })
  return redirect(page, cause ? `${address}?constat=${causeName(cause)}` : address, notice)
}

/** To the next line of the same cause, to what is left of it, or to the desk. */
async function onward(asked: Asked, notice: string) {
  const { page, app, actor } = asked
  const cause = causeAsked(page)
  if (!cause) return backToDesk(page, notice)
  const [id, line] = [idOf(page), lineOf(page)]
  if (text(page.var.fields, 'puis') === 'suivante') {
    const next = await findNext(app, actor, id, { cause, after: line })
    if (next !== undefined) {
      const address = paths.declarations.line({ id, line: String(next) })
      return redirect(page, `${address}?constat=${causeName(cause)}`, notice)
    }
  }
  return backToCause(asked, cause, { notice, from: line })
}

async function add(asked: Asked) {
  const { page, app, actor } = asked
  const { fields, visit } = page.var
  const { desk } = visit.words
  const toAdd = { fields, absent: absentOf(page), keepsAsIs: text(fields, 'garder') !== '' }
  const done = await attempt(page, () => addLine(app, actor, shownCheck(page), toAdd))
  if (!done.ok) return showNewLine(asked, { errors: { '': done.sentence }, status: 409 })
  const { value } = done
  if (value.outcome === 'changed') return backToDesk(page, desk.added(value.line ?? 0))
  if (value.outcome === 'not_written') {
    return showNewLine(asked, { errors: notWritten(value.wrong, desk) })
  }
  const findings = value.outcome === 'not_accepted' ? value.findings : []
  const errors = mistakesOf(findings, fields, visit)
  return showNewLine(asked, { errors, canKeep: true })
}

interface Again {
  readonly errors: Mistakes
  readonly canKeep?: boolean
  readonly status?: 409 | 422
  /** What the form is about now, when some of it was saved. */
  readonly version?: number
}

async function showLine({ page, app, actor }: Asked, again?: Again) {
  const cause = causeAsked(page)
  const view = await viewLine(app, actor, idOf(page), { line: lineOf(page), cause })
  return show(
    page,
    <LinePage view={view} cause={cause} {...typedBack(page, again)} />,
    statusOf(again),
  )
}

async function showNewLine({ page, app, actor }: Asked, again?: Again) {
  const view = await viewNewLine(app, actor, idOf(page), absentOf(page))
  return show(
    page,
    <LinePage view={view} cause={null} {...typedBack(page, again)} />,
    statusOf(again),
  )
}

function typedBack(page: Page, again: Again | undefined) {
  if (!again) return {}
  const { version } = again
  const saved = version === undefined ? {} : { version: String(version) }
  const typed = { fields: { ...page.var.fields, ...saved }, canKeep: again.canKeep ?? false }
  return { errors: again.errors, typed }
}

function statusOf(again: Again | undefined) {
  return again ? (again.status ?? 422) : 200
}

function absentOf(page: Page): string | null {
  return page.req.query('absent') ?? null
}
