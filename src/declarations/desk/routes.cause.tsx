import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import type { Asked } from './asked.ts'
import { type CauseKey, causeName, isAboutFile } from './cause.ts'
import { correctCause } from './correct-cause.ts'
import { causeOf, doubtsOf, placeOf, shownCheck } from './form-of.ts'
import { CausePage } from './pages/cause.tsx'
import type { Typed } from './pages/typed.ts'
import { findCauseLeft, viewCause } from './view-cause.ts'
import { withdrawReasons } from './withdraw-reasons.ts'

/** One cause with all its lines, corrected in one gesture or one by one. */
export function mountCauses(site: Site, app: AppContext): void {
  const { cause, correctCause: correct, withdraw, check } = paths.declarations
  site.get(
    cause.pattern,
    { power: 'declarations.read', audit: 'declaration.view_cause' },
    async (page, actor) => showCause({ page, app, actor }, causeOf(page)),
  )
  site.post(
    correct.pattern,
    { power: 'declarations.send', audit: 'declaration.correct_cause' },
    async (page, actor) => {
      const { desk } = page.var.visit.words
      const done = await attempt(page, () =>
        correctCause(app, actor, shownCheck(page), causeOf(page)),
      )
      if (!done.ok) return showCause({ page, app, actor }, causeOf(page), refused(done.sentence))
      const notice = done.value === 0 ? desk.nothingCorrected : desk.corrected(done.value)
      return redirect(page, check({ id: idOf(page) }), notice)
    },
  )
  site.post(
    withdraw.pattern,
    { power: 'declarations.send', audit: 'declaration.withdraw_confirmations' },
    async (page, actor) => {
      const key = causeOf(page)
      const doubts = { ...doubtsOf(page.var.fields), ...key }
      const done = await attempt(page, () => withdrawReasons(app, actor, shownCheck(page), doubts))
      if (!done.ok) return showCause({ page, app, actor }, key, refused(done.sentence))
      return backToCause({ page, app, actor }, key, { notice: page.var.visit.words.desk.withdrawn })
    },
  )
}

interface Again {
  readonly typed?: Typed
  readonly status?: 409 | 422
}

function refused(sentence: string): Again {
  return { typed: { cause: '', errors: { '': sentence }, fields: {} }, status: 409 }
}

/** The lines of a cause; the desk, once there are none. */
export async function showCause(
  { page, app, actor }: Asked,
  key: CauseKey,
  { typed, status = 422 }: Again = {},
) {
  const id = idOf(page)
  const confirmed = confirmedAsked(page)
  const view = await viewCause(app, actor, id, { ...key, confirmed, place: placeOf(page) })
  if (!view) return redirect(page, paths.declarations.check({ id }))
  return show(page, <CausePage view={view} typed={typed} />, typed ? status : 200)
}

function confirmedAsked(page: Page): boolean | null {
  const asked = page.req.query('etat')
  return asked === 'confirmes' ? true : asked === 'a-confirmer' ? false : null
}

/** To what is left of a cause; to the desk when nothing is. */
export async function backToCause(
  { page, app, actor }: Asked,
  key: CauseKey,
  { notice, from }: { readonly notice: string; readonly from?: number },
) {
  const id = idOf(page)
  const left = await findCauseLeft(app, actor, id, key)
  if (!left || isAboutFile(key)) return redirect(page, paths.declarations.check({ id }), notice)
  const address = paths.declarations.cause({ id, cause: causeName(key) })
  return redirect(page, from === undefined ? address : `${address}?ligne=${from}`, notice)
}
