import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { formatDirhams, negate } from '../../money/index.ts'
import { type Mistakes, text, versionOf } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { SplitTransferPage } from './pages/split-transfer.tsx'
import { leftOf, type Part, sayingOfParts } from './split.ts'
import { linesIn, numberField, amountField, parseParts, type TypedPart } from './split-form.ts'
import { splitTransfer } from './split-transfer.ts'
import { type SplitView, viewSplit } from './view-split.ts'

/** One transfer for several companies: the parts are typed, shown with their companies, then written (product E7). */
export function mountSplitting(site: Site, app: AppContext): void {
  const { splitTransfer: own } = paths.agency
  const power = 'agency.work'
  site.get(own.pattern, { power, audit: 'transfer.split_form' }, async (page, actor) => {
    const view = await viewSplit(app, actor, { id: idOf(page), parts: [] })
    return show(page, <SplitTransferPage view={view} typed={{}} />)
  })
  site.post(own.pattern, { power, audit: 'transfer.split' }, async (page, actor) => {
    const { fields, visit } = page.var
    const said = visit.words.receivedTransfers.split
    if (text(fields, 'geste') === 'lignes') return moreLines(app, page, actor)
    const parsed = parseParts(fields, said)
    if (!parsed.ok) return again(app, page, actor, { parts: [], errors: parsed.errors })
    const parts = parsed.value
    const view = await viewSplit(app, actor, { id: idOf(page), parts })
    const errors = mistakesIn(page, view, parts)
    if (Object.keys(errors).length > 0) return again(app, page, actor, { parts, errors })
    const isShown = text(fields, 'vu') === sayingOfParts(parts)
    if (text(fields, 'geste') === 'repartir' && isShown) return write(app, page, actor, parts)
    const changed = text(fields, 'geste') === 'repartir' ? { '': said.changed } : {}
    const isChanged = '' in changed
    return show(
      page,
      <SplitTransferPage view={view} typed={fields} errors={changed} isChecked />,
      isChanged ? 409 : 200,
    )
  })
}

/** Unknown companies at their lines; then what is left, or too much, at the last of them. */
function mistakesIn(page: Page, view: SplitView, parts: readonly TypedPart[]): Mistakes {
  const { words, language } = page.var.visit
  const { split, attribute } = words.receivedTransfers
  const unknown = view.unknown.map((line): [string, string] => [
    numberField(line),
    attribute.unknown,
  ])
  if (unknown.length > 0) return Object.fromEntries(unknown)
  const left = leftOf(view.transfer, parts)
  if (left === 0n) return {}
  const last = amountField(parts.at(-1)?.line ?? 1)
  return {
    [last]:
      left > 0n
        ? split.left(formatDirhams(left, language))
        : split.over(formatDirhams(negate(left), language)),
  }
}

interface Wrong {
  readonly parts: readonly TypedPart[]
  readonly errors: Mistakes
  readonly status?: 409 | 422
}

// oxlint-disable-next-line max-params -- the page again, for whom, with what was wrong
async function again(
  app: AppContext,
  page: Page,
  actor: AgentActor,
  { parts, errors, status = 422 }: Wrong,
) {
  const view = await viewSplit(app, actor, { id: idOf(page), parts })
  return show(
    page,
    <SplitTransferPage view={view} typed={page.var.fields} errors={errors} />,
    status,
  )
}

async function moreLines(app: AppContext, page: Page, actor: AgentActor) {
  const { fields } = page.var
  const view = await viewSplit(app, actor, { id: idOf(page), parts: [] })
  const typed = { ...fields, lignes: String(linesIn(fields) + 5) }
  return show(page, <SplitTransferPage view={view} typed={typed} />)
}

// oxlint-disable-next-line max-params -- where, of which page, by whom, and which parts
async function write(app: AppContext, page: Page, actor: AgentActor, parts: readonly Part[]) {
  const id = idOf(page)
  const version = versionOf(page.var.fields)
  const done = await attempt(page, () =>
    splitTransfer(app, actor, { transferId: id, version, parts }),
  )
  if (!done.ok) {
    const errors = { '': done.sentence }
    return again(app, page, actor, { parts: [], errors, status: 409 })
  }
  const said = page.var.visit.words.receivedTransfers.split.done
  return redirect(page, paths.agency.receivedTransfer({ id }), said)
}
