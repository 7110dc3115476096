import type { AppContext } from '../context.ts'
import { remindToReviewUsers } from './remind-to-review-users.ts'

/** The clockwork of departures; `remind-to-review-users` runs on the first day of each quarter. */
export const departuresJobs = {
  'remind-to-review-users': (app: AppContext) => remindToReviewUsers(app),
}
