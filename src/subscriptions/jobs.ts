import type { AppContext } from '../context.ts'
import { expireLetters } from '../letters/expire-letters.ts'
import { forgetDrafts } from './forget-drafts.ts'
import { tellItIsOver } from './tell-it-is-over.ts'

/** Once a night: what nobody answered leaves, and whoever was warned of it is told. */
export const subscriptionsJobs = {
  'forget-drafts': (app: AppContext) => forgetDrafts(app),
  'expire-letters': (app: AppContext) => expireLetters(app, tellItIsOver),
}
