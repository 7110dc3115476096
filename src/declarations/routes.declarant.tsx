import type { AppContext } from '../context.ts'
import type { Site } from '../web/site.ts'
import { mountEntry } from './entry/routes.tsx'
import { mountCalendar } from './routes.calendar.tsx'
import { mountChecks } from './routes.check.tsx'
import { mountDeposits } from './routes.deposits.tsx'
import { mountPeriods } from './routes.period.tsx'
import { mountReceipts } from './routes.receipts.tsx'
import { mountSending } from './routes.sending.tsx'

/** The declarant's pages, in the order of the work: calendar, period, form, file, check, sending, receipt. */
export function mountDeclarations(site: Site, app: AppContext): void {
  mountCalendar(site, app)
  mountPeriods(site, app)
  mountEntry(site, app)
  mountDeposits(site, app)
  mountChecks(site, app)
  mountSending(site, app)
  mountReceipts(site, app)
}
