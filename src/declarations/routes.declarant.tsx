import type { AppContext } from '../context.ts'
import type { Site } from '../web/site.ts'
import { mountEntry } from './entry/routes.tsx'
import { mountChanges } from './changes/routes.tsx'
import { mountCauses } from './desk/routes.cause.tsx'
import { mountDesk } from './desk/routes.desk.tsx'
import { mountDeskFiles } from './desk/routes.files.tsx'
import { mountLines } from './desk/routes.line.tsx'
import { mountLineSearch } from './desk/routes.lines.tsx'
import { mountCalendar } from './calendar/routes.tsx'
import { mountDeposits } from './routes.deposits.tsx'
import { mountPeriods } from './routes.period.tsx'
import { mountReceipts } from './receipts/routes.tsx'
import { mountSending } from './routes.sending.tsx'

/** The declarant's pages, in the order of the work: calendar, period, form, file, check, sending, receipt. */
export function mountDeclarations(site: Site, app: AppContext): void {
  mountCalendar(site, app)
  mountPeriods(site, app)
  mountEntry(site, app)
  mountDeposits(site, app)
  mountDesk(site, app)
  mountCauses(site, app)
  mountLines(site, app)
  mountLineSearch(site, app)
  mountDeskFiles(site, app)
  mountChanges(site, app)
  mountSending(site, app)
  mountReceipts(site, app)
}
