import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Letter } from '../../letters/letter.ts'
import { type Fields, type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { findCase } from '../find-case.ts'
import { attachScan } from './attach-scan.ts'
import type { PageCode } from './page-codes.ts'
import { SplitPage } from './pages/split-page.tsx'
import { type Piece, readSplit, splitScan } from './split-scan.ts'

const power = 'agency.work'

/** One PDF of several posted forms: each code goes with the pages up to the next one (product G2). */
export function mountSplit(site: Site, app: AppContext): void {
  const { splitScan: address } = paths.agency
  site.get(address.pattern, { power, audit: 'tray.split_view', heavy: true }, (page) =>
    showSplit(page, app),
  )
  site.post(address.pattern, { power, audit: 'tray.split', heavy: true }, async (page, actor) => {
    const codes = codesIn(page.var.fields)
    const { errors, cases } = await casesOf(page, app, codes)
    const isDecided = text(page.var.fields, 'geste') === 'repartir'
    const isGood = Object.keys(errors).length === 0
    if (!isDecided || !isGood) return showSplit(page, app, errors, isGood ? cases : [])
    const done = await attempt(page, () => splitScan(app, actor, { id: idOf(page), codes }))
    if (!done.ok) return showSplit(page, app, { '': done.sentence })
    return redirect(page, paths.agency.tray(), await attachEach(page, app, actor, done.value))
  })
}

/** What a case does not take stays in the tray with its code, and is said. */
// oxlint-disable-next-line max-params -- who attaches what, on which page
async function attachEach(
  page: Page,
  app: AppContext,
  actor: AgentActor,
  pieces: readonly Piece[],
): Promise<string> {
  const attached: string[] = []
  const said: string[] = []
  for (const { id, code } of pieces) {
    if (code === null) continue
    const done = await attempt(page, () => attachScan(app, actor, { id, code }))
    if (done.ok) attached.push(done.value.reference)
    else said.push(done.sentence)
  }
  const { tray: words } = page.var.visit.words
  return [...(attached.length > 0 ? [words.attached(attached)] : []), ...said].join(' ')
}

/** Every code is that of a case, and of one form only: nothing is cut before. */
async function casesOf(page: Page, app: AppContext, codes: readonly PageCode[]) {
  const { tray: words } = page.var.visit.words
  const errors: Record<string, string> = {}
  const cases: Letter[] = []
  for (const { page: number, code } of codes) {
    const found = await attempt(page, () => findCase(app, code))
    if (!found.ok) errors[`page-${number}`] = found.sentence
    else if (cases.some(({ id }) => id === found.value.id))
      errors[`page-${number}`] = words.codeTwice
    else cases.push(found.value)
  }
  if (codes.length === 0) errors['page-1'] = words.noPageCode
  return { errors, cases }
}

function codesIn(fields: Fields): PageCode[] {
  return Object.keys(fields).flatMap((name) => {
    const number = /^page-([1-9]\d?|100)$/.exec(name)?.[1]
    const code = text(fields, name)
    return number === undefined || code === '' ? [] : [{ page: Number(number), code }]
  })
}

/** The cases of the codes, once all were looked at and are good. */
// oxlint-disable-next-line max-params -- the page, and what was found in it
async function showSplit(
  page: Page,
  app: AppContext,
  errors?: Mistakes,
  cases: readonly Letter[] = [],
) {
  const view = await readSplit(app, idOf(page))
  const typed = errors && page.var.fields
  return show(
    page,
    <SplitPage view={view} errors={errors} typed={typed} cases={cases} />,
    Object.keys(errors ?? {}).length > 0 ? 422 : 200,
  )
}
