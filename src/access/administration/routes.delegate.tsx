import type { AppContext } from '../../context.ts'
import type { Site } from '../../web/site.ts'
import { mountMachineKeys } from '../machine-keys/routes.delegate.tsx'
import { mountInformation } from './routes.information.tsx'
import { mountUserSteps } from './routes.user-steps.tsx'
import { mountUsers } from './routes.users.tsx'

/** «Administration Utilisateurs»: the delegate's space behind the orange band (product A2 to A9). */
export function mountAdministration(site: Site, app: AppContext): void {
  mountInformation(site, app)
  mountUsers(site, app)
  mountUserSteps(site, app)
  mountMachineKeys(site, app)
}
