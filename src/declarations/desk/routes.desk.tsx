import type { AppContext } from '../../context.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import type { Asked } from './asked.ts'
import { abandonCheck } from './abandon-check.ts'
import { causeName } from './cause.ts'
import { confirmFindings } from './confirm-findings.ts'
import { parseConfirmation, shownCheck } from './form-of.ts'
import { AbandonPage } from './pages/abandon.tsx'
import { leavesEntryField } from './pages/before-sending.tsx'
import { DeskPage, severityNamed } from './pages/desk.tsx'
import { OverPage } from './pages/over.tsx'
import type { SentBack } from './pages/files.tsx'
import type { Typed } from './pages/typed.ts'
import { backToCause, showCause } from './routes.cause.tsx'
import { undoCorrection } from './undo-correction.ts'
import { viewDesk } from './view-desk.ts'

/** The desk of one check: what was found, what settles it, what was done about it (product D4). */
export function mountDesk(site: Site, app: AppContext): void {
  const { check, confirm, undo, abandon } = paths.declarations
  site.get(
    check.pattern,
    { power: 'declarations.read', audit: 'declaration.view' },
    async (page, actor) => showDesk({ page, app, actor }),
  )
  site.post(
    confirm.pattern,
    { power: 'declarations.send', audit: 'declaration.confirm_findings' },
    async (page, actor) => confirmSome({ page, app, actor }),
  )
  site.post(
    undo.pattern,
    { power: 'declarations.send', audit: 'declaration.undo_correction' },
    async (page, actor) => {
      const correction = idOf(page, 'correction')
      const done = await attempt(page, () =>
        undoCorrection(app, actor, shownCheck(page), correction),
      )
      if (!done.ok) return showDesk({ page, app, actor }, { refused: done.sentence })
      return backToDesk(page, page.var.visit.words.desk.undone(done.value))
    },
  )
  site.get(
    abandon.pattern,
    { power: 'declarations.send', audit: 'declaration.view' },
    async (page, actor) => {
      const found = await viewDesk(app, actor, idOf(page))
      return found.state === 'open'
        ? show(page, <AbandonPage view={found.view} />)
        : showDesk({ page, app, actor })
    },
  )
  site.post(
    abandon.pattern,
    { power: 'declarations.send', audit: 'declaration.abandon' },
    async (page, actor) => {
      const done = await attempt(page, () => abandonCheck(app, actor, shownCheck(page)))
      if (!done.ok) return showDesk({ page, app, actor }, { refused: done.sentence })
      const { declarations: said, desk } = page.var.visit.words
      const { replaced, isOfSheet } = done.value
      if (replaced) {
        const notice = desk.abandon.doneCorrection(replaced.receiptNumber ?? '')
        return redirect(page, paths.declarations.receipt({ id: replaced.id }), notice)
      }
      const notice = isOfSheet ? desk.abandon.doneSheet : said.abandoned
      return redirect(page, paths.declarations.calendar(), notice)
    },
  )
}

async function confirmSome(asked: Asked) {
  const { page, app, actor } = asked
  const { words } = page.var.visit
  const { fields } = page.var
  const form = parseConfirmation(fields, words)
  const cause = { code: text(fields, 'code'), field: text(fields, 'champ') }
  const isFromCause = text(fields, 'depuis') === 'constat'
  const again = (errors: Typed['errors'], status: 409 | 422) => {
    const typed = { cause: causeName(cause), errors, fields }
    return isFromCause
      ? showCause(asked, cause, { typed, status })
      : showDesk(asked, { typed, status })
  }
  if (!form.ok) return again(form.errors, 422)
  const done = await attempt(page, () => confirmFindings(app, actor, shownCheck(page), form.value))
  if (!done.ok) return again({ '': done.sentence }, 409)
  const notice = done.value === 0 ? words.desk.nothingToConfirm : words.desk.confirmed(done.value)
  return isFromCause ? backToCause(asked, cause, { notice }) : backToDesk(page, notice)
}

interface Again {
  readonly typed?: Typed
  readonly refused?: string
  /** Why it is not sent without the box that was left blank. */
  readonly unticked?: string
  readonly sent?: SentBack
  /** Why another file was not taken, and of which check's page it was sent. */
  readonly other?: { readonly id: string; readonly sentence: string }
  readonly status?: 409 | 422
}

/** The desk, or where the check went. */
export async function showDesk(
  { page, app, actor }: Asked,
  { typed, refused, unticked, sent, other, status = 409 }: Again = {},
) {
  const id = other?.id ?? idOf(page)
  const found = await viewDesk(app, actor, id)
  if (found.state === 'sent') return redirect(page, paths.declarations.receipt({ id }))
  if (found.state === 'over') return show(page, <OverPage {...found} />, 409)
  const kind = severityNamed(page.req.query('voir'))
  const at = unticked === undefined ? '' : leavesEntryField
  const sentence = unticked ?? refused
  const errors: Mistakes | undefined = sentence === undefined ? undefined : { [at]: sentence }
  return show(
    page,
    <DeskPage {...{ view: found.view, kind, errors, typed, sent, other: other?.sentence }} />,
    typed || sent || other || errors ? status : 200,
  )
}

export function backToDesk(page: Page, notice: string) {
  return redirect(page, paths.declarations.check({ id: idOf(page) }), notice)
}
