import { isReason } from '../reason.ts'
import type { AppContext } from '../../context.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { declareNil } from './declare-nil.ts'
import { NilPage, nilFields } from './pages/nil.tsx'
import { periodIn } from './routes.sheet.tsx'
import { type NilView, viewNil } from './view-nil.ts'

/** A quarter in which nobody was paid (product D1). */
export function mountNil(site: Site, app: AppContext): void {
  const { nil } = paths.entry
  site.get(
    nil.pattern,
    { power: 'declarations.send', audit: 'declaration.nil' },
    async (page, actor) => {
      const view = await viewNil(app, actor, periodIn(page))
      if ('sentId' in view) return redirect(page, paths.declarations.receipt({ id: view.sentId }))
      return show(page, <NilPage view={view} />)
    },
  )
  site.post(
    nil.pattern,
    { power: 'declarations.send', audit: 'declaration.send_nil' },
    async (page, actor) => {
      const said = page.var.visit.words.entry.nil
      const period = periodIn(page)
      const view = await viewNil(app, actor, period)
      if ('sentId' in view) return redirect(page, paths.declarations.receipt({ id: view.sentId }))
      const reason = text(page.var.fields, nilFields.reason).slice(0, 200)
      const missing = mistakesIn(page, view, reason)
      const again = (errors: Mistakes, status: 409 | 422) =>
        show(page, <NilPage view={view} errors={errors} typed={page.var.fields} />, status)
      if (Object.keys(missing).length > 0) return again(missing, 422)
      const done = await attempt(page, () =>
        declareNil(app, actor, { period, reason, name: said.link }),
      )
      if (!done.ok) return again({ '': done.sentence }, 409)
      // Somebody was affiliated since: there is now a question to answer.
      if (done.value.outcome === 'reason_missing')
        return redirect(page, paths.entry.nil({ ...period }))
      return redirect(page, paths.declarations.receipt({ id: done.value.declarationId }), said.sent)
    },
  )
}

/** Everything that is missing, at once. */
function mistakesIn(page: Page, { expected }: NilView, reason: string): Mistakes {
  const said = page.var.visit.words.entry.nil
  return {
    ...(expected.length > 0 && !isReason(reason) && { [nilFields.reason]: said.reasonMissing }),
    ...(text(page.var.fields, nilFields.isSure) === '' && {
      [nilFields.isSure]: said.confirmMissing,
    }),
  }
}
