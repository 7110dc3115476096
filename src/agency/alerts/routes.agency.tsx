import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { redirect, show, type Site } from '../../web/site.ts'
import { AlertsPage } from './pages/alerts.tsx'
import { readAlerts, seeAlert } from './see-alert.ts'

const power = 'agency.work'

/** «Consultations inhabituelles»: who read a whole staff, and who looked into it (quality AT59). */
export function mountReadingAlerts(site: Site, app: AppContext): void {
  const { readingAlerts, readingAlert } = paths.agency
  site.get(readingAlerts.pattern, { power, audit: 'alerts.list' }, async (page) =>
    show(page, <AlertsPage alerts={await readAlerts(app)} />),
  )
  site.post(readingAlert.pattern, { power, audit: 'alerts.see' }, async (page, actor) => {
    await seeAlert(app, actor, idOf(page))
    return redirect(page, readingAlerts(), page.var.visit.words.newcomers.alerts.done)
  })
}
