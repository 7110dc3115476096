import type { AppContext } from '../context.ts'
import { putSettingsInForce } from './administration/put-settings-in-force.ts'
import { endLostFactor } from './end-user-factor.ts'
import { warnExpiringKeys } from './machine-keys/warn-expiring-keys.ts'
import { forgetOldTries } from './forget-old-tries.ts'

/** `forget-old-tries` runs once a night; a decision of the delegate is put in force when its wait is over. */
export const accessJobs = {
  'forget-old-tries': (app: AppContext) => forgetOldTries(app),
  'warn-expiring-keys': (app: AppContext) => warnExpiringKeys(app),
  'put-settings-in-force': (app: AppContext, payload: { employerId: string }) =>
    putSettingsInForce(app, payload),
  'end-lost-factor': (app: AppContext, payload: Parameters<typeof endLostFactor>[1]) =>
    endLostFactor(app, payload),
}
