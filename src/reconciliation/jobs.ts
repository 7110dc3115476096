import type { AppContext } from '../context.ts'
import { reconcile } from './reconcile.ts'

/** Once a night. */
export const reconciliationJobs = {
  reconcile: (app: AppContext) => reconcile(app),
}
