import type { AppContext } from '../context.ts'
import { forgetOldTries } from './forget-old-tries.ts'

/** `forget-old-tries` runs once a night. */
export const accessJobs = {
  'forget-old-tries': (app: AppContext) => forgetOldTries(app),
}
