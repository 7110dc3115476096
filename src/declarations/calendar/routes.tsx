import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { show, type Site } from '../../web/site.ts'
import { CalendarPage } from './pages/calendar.tsx'
import { viewCalendar } from './view-calendar.ts'

/** What is to declare, what is late, what is done (product D1). */
export function mountCalendar(site: Site, app: AppContext): void {
  const { calendar } = paths.declarations
  site.get(
    calendar.pattern,
    { power: 'declarations.read', audit: 'declarations.list' },
    async (page, actor) => show(page, <CalendarPage view={await viewCalendar(app, actor)} />),
  )
}
