import type { AppContext } from '../context.ts'
import { text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { attempt, redirect, type Site, show } from '../web/site.ts'
import { mountAgents } from './agents/routes.agency.tsx'
import { mountReadingAlerts } from './alerts/routes.agency.tsx'
import { mountSignIns } from './sign-ins/routes.agency.tsx'
import { findCase } from './find-case.ts'
import { mountFigures } from './figures/routes.agency.tsx'
import { mountNewcomers } from './newcomers/routes.agency.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { mountCase } from './routes.case.tsx'
import { mountEmployers } from './routes.employers.tsx'
import { mountTakeouts } from './takeout/routes.agency.tsx'
import { mountTray } from './tray/routes.agency.tsx'
import { mountQueue } from './work/routes.agency.tsx'

/** The agents' pages: queue, desk, case, search, companies (product G1, G2, G6, G7). */
export function mountAgency(site: Site, app: AppContext): void {
  mountQueue(site, app)
  mountDesk(site, app)
  mountTray(site, app)
  mountCase(site, app)
  mountEmployers(site, app)
  mountTakeouts(site, app)
  mountNewcomers(site, app)
  mountReadingAlerts(site, app)
  mountAgents(site, app)
  mountSignIns(site, app)
  mountFigures(site, app)
}

function mountDesk(site: Site, app: AppContext): void {
  site.get(paths.agency.desk.pattern, { power: 'agency.work', audit: 'agency.desk' }, (page) =>
    show(page, <DeskPage />),
  )
  site.post(
    paths.agency.desk.pattern,
    { power: 'agency.work', audit: 'agency.open_by_code' },
    async (page) => {
      const { fields, visit } = page.var
      const code = text(fields, 'code')
      if (code === '') {
        const errors = { code: visit.words.agency.mistakes.code }
        return show(page, <DeskPage errors={errors} typed={fields} />, 422)
      }
      const found = await attempt(page, () => findCase(app, code))
      if (!found.ok) {
        return show(page, <DeskPage errors={{ code: found.sentence }} typed={fields} />, 422)
      }
      return redirect(page, paths.agency.letter({ id: found.value.id }))
    },
  )
}
