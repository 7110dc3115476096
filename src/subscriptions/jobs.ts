import type { AppContext } from '../context.ts'
import { forgetDrafts } from './forget-drafts.ts'

/** `forget-drafts` runs once a night. */
export const subscriptionsJobs = {
  'forget-drafts': (app: AppContext) => forgetDrafts(app),
}
