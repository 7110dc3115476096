import type { EmployedActor } from '../../actors/actor.ts'
import { formatQuarterInWords } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { carrySalaries } from './carry-salaries.ts'
import { checkSheet } from './check-sheet.ts'
import type { PeriodText } from './load-sheet.ts'
import { parsePage, type PostedRow } from './page-form.ts'
import { SheetPage } from './pages/sheet.tsx'
import { type PageOutcome, savePage } from './save-page.ts'
import { lookIn, lookOf, rowAt, sheetAt, shownLook } from './sheet-address.ts'
import { leftIn, type Look, rowsOnPage } from './sheet.ts'
import { viewSheet } from './view-sheet.ts'
import { confirmsCarried, leaves, type WayOut, wayOutOf } from './way-out.ts'

/** «Formulaire de Saisie»: the pages of a sheet, each saved on the way out (product D5). */
export function mountSheet(site: Site, app: AppContext): void {
  const { sheet } = paths.entry
  site.get(
    sheet.pattern,
    { power: 'declarations.send', audit: 'entry.sheet' },
    async (page, actor) => {
      const view = await viewSheet(app, actor, periodIn(page), lookIn(page))
      if ('sentId' in view) return redirect(page, paths.declarations.receipt({ id: view.sentId }))
      return show(page, <SheetPage view={view} />)
    },
  )
  site.post(
    sheet.pattern,
    { power: 'declarations.send', audit: 'entry.save' },
    async (page, actor) => {
      const period = periodIn(page)
      const look = lookOf(page.var.fields)
      const rows = parsePage(page.var.fields)
      const way = wayOutOf(text(page.var.fields, 'vers'), look)
      const done = await attempt(page, () =>
        savePage(app, actor, period, { rows, confirmsCarried: confirmsCarried(way) }),
      )
      const again = { page, app, actor, period, look }
      if (!done.ok) return showTyped(again, rows, done.sentence)
      if (way.to === 'carry') return carry(again, rows, done.value)
      // What somebody else changed meanwhile is not saved, and stays on its page; a card shows it.
      const stays = way.to !== 'card' && isElsewhere(done.value)
      if (stays || (isWrong(done.value) && !leaves(way, shownLook(page.var.fields))))
        return showWrong(again, rows, done.value)
      return leave(again, way, done.value)
    },
  )
}

export function periodIn(page: Page): PeriodText {
  return { category: page.req.param('category') ?? '', quarter: page.req.param('quarter') ?? '' }
}

interface Again {
  readonly page: Page
  readonly app: AppContext
  readonly actor: EmployedActor
  readonly period: PeriodText
  readonly look: Look
}

function isWrong(outcome: PageOutcome): boolean {
  return outcome.mistakes.size > 0 || isElsewhere(outcome)
}

/** Somebody else was there meanwhile. */
function isElsewhere({ changed, gone }: PageOutcome): boolean {
  return changed.size > 0 || gone > 0
}

/** Nothing was saved: the page comes back with everything that was typed. */
async function showTyped(again: Again, rows: readonly PostedRow[], sentence: string) {
  const typed = new Map(rows.map((row) => [row.key, row.typed]))
  return showAgain(again, { typed, errors: { '': sentence }, status: 409 })
}

/** What was typed is saved and some of it is wrong, or somebody else's and not overwritten. */
// oxlint-disable-next-line max-params -- which page, what was typed, what came of it, and what is told besides
async function showWrong(
  again: Again,
  rows: readonly PostedRow[],
  outcome: PageOutcome,
  besides: Mistakes = {},
) {
  const typed = new Map(
    rows.filter(({ key }) => outcome.changed.has(key)).map((row) => [row.key, row.typed]),
  )
  const said = again.page.var.visit.words.entry
  const errors: Mistakes = outcome.gone > 0 ? { '': said.gone } : besides
  const status = outcome.mistakes.size > 0 ? 422 : 409
  return showAgain(again, { typed, errors, changed: outcome.changed, status })
}

interface Told {
  readonly typed?: ReadonlyMap<string, PostedRow['typed']>
  readonly changed?: PageOutcome['changed']
  readonly errors: Mistakes
  readonly status: 409 | 422
}

async function showAgain({ page, app, actor, period, look }: Again, told: Told) {
  const view = await viewSheet(app, actor, period, { ...look, at: null })
  if ('sentId' in view) {
    const { sentMeanwhile } = page.var.visit.words.entry
    return redirect(page, paths.declarations.receipt({ id: view.sentId }), sentMeanwhile)
  }
  const { status, ...shown } = told
  return show(page, <SheetPage view={view} isTold {...shown} />, status)
}

async function leave(again: Again, way: WayOut, { mistakes }: PageOutcome): Promise<Response> {
  const { page, period, look } = again
  const said = page.var.visit.words.entry
  if (way.to === 'card') return redirect(page, paths.entry.member({ ...period, id: way.key }))
  if (way.to === 'row') return redirect(page, rowAt(period, way.key))
  if (way.to === 'new') return redirect(page, paths.entry.newMember({ ...period }))
  if (way.to === 'sheet') return redirect(page, sheetAt(period, way.look), said.saved)
  if (way.to === 'check' || way.to === 'confirm_and_check') return check(again)
  // Of those that are left, the ones completed are gone from the page; a page of mistakes alone is passed by.
  const isSame = look.onlyLeft && mistakes.size < rowsOnPage
  const next = { ...look, page: look.page + (isSame ? 0 : 1) }
  return redirect(page, sheetAt(period, next), way.to === 'confirm' ? said.confirmed : said.saved)
}

/** Of those of whom nothing is said yet: the mistakes of others do not stand in the way, and stay at their rows. */
async function carry(
  again: Again,
  rows: readonly PostedRow[],
  outcome: PageOutcome,
): Promise<Response> {
  const { page, app, actor, period, look } = again
  const { words, language } = page.var.visit
  if (isElsewhere(outcome)) return showWrong(again, rows, outcome, { '': words.entry.notCarried })
  const count = await carrySalaries(app, actor, period)
  const view = await viewSheet(app, actor, period, { ...look, at: null })
  const last = 'sheet' in view ? view.sheet.lastQuarter : null
  const notice =
    count > 0 && last
      ? words.entry.carried(count, formatQuarterInWords(last, language))
      : words.entry.nothingCarried
  const told = outcome.mistakes.size > 0 ? `${notice} ${words.entry.mistakesStay}` : notice
  return redirect(page, sheetAt(period, look), told)
}

/** The check; or, when something is left to say, the part of the sheet that is left. */
async function check(again: Again): Promise<Response> {
  const { page, app, actor, period } = again
  const { declarations, entry } = page.var.visit.words
  const words = { fileName: declarations.formFileName, ...entry.settled }
  const done = await attempt(page, () => checkSheet(app, actor, { period, words }))
  if (done.ok && done.value.outcome === 'checked')
    return redirect(page, paths.declarations.check({ id: done.value.declarationId }))
  if (!done.ok) return showAgain(again, { errors: { '': done.sentence }, status: 409 })
  const look = { page: 1, search: '', onlyLeft: true }
  const left = done.value.outcome === 'incomplete' ? leftIn(done.value.progress) : 0
  const errors = { '': left > 0 ? entry.stillLeft(left) : entry.noRowText }
  return showAgain({ ...again, look }, { errors, status: 422 })
}
