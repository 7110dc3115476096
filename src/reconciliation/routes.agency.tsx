import type { AppContext } from '../context.ts'
import { paths } from '../web/paths.ts'
import { show, type Site } from '../web/site.ts'
import { ReconciliationPage } from './pages/reconciliation.tsx'
import { listFaults, listReconciliations } from './store/reconciliations.ts'

const shownRuns = 30
const shownFaults = 200

/** What last night compared, for the supervisors (quality RE40). */
export function mountReconciliation(site: Site, app: AppContext): void {
  site.get(
    paths.agency.reconciliation.pattern,
    { power: 'agency.supervise', audit: 'reconciliation.show' },
    async (page) => {
      const view = await app.db.transaction({ as: 'agency' }, async (tx) => {
        const runs = await listReconciliations(tx, shownRuns)
        const [last] = runs
        return { runs, faults: last ? await listFaults(tx, last.id, shownFaults) : [] }
      })
      return show(page, <ReconciliationPage {...view} />)
    },
  )
}
