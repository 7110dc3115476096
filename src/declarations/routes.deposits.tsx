import type { AppContext } from '../context.ts'
import { paths } from '../web/paths.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { checkContributions } from './check-contributions.ts'
import { PeriodPage } from './pages/period.tsx'
import { periodOf } from './routes.period.tsx'
import { viewPeriod } from './view-period.ts'

const fileLimit = { maxBytes: 20 * 1024 * 1024, maxFiles: 1 }

/** A file arrives. */
export function mountDeposits(site: Site, app: AppContext): void {
  const { upload } = paths.declarations
  const spec = {
    power: 'declarations.send',
    audit: 'declaration.check',
    upload: fileLimit,
    formAt: (page: Page) => paths.declarations.period(periodOf(page)),
  } as const
  site.post(upload.pattern, spec, async (page, actor) => {
    const { category, quarter } = periodOf(page)
    const file = page.var.received.files.find((one) => one.field === 'fichier')
    if (!file || file.name === '') {
      const view = await viewPeriod(app, actor, category, quarter)
      const errors = { fichier: page.var.visit.words.declarations.fileMissing }
      return show(page, <PeriodPage {...view} errors={errors} />, 422)
    }
    const done = await attempt(page, () =>
      checkContributions(app, actor, { category, quarter, content: file }),
    )
    if (done.ok) return redirect(page, paths.declarations.check({ id: done.value }))
    const view = await viewPeriod(app, actor, category, quarter)
    return show(page, <PeriodPage {...view} errors={{ fichier: done.sentence }} />, 409)
  })
}
