import type { AppContext } from './context.ts'
import { mountDeclarations } from './declarations/routes.declarant.tsx'
import { mountFirmBoard } from './declarations/routes.firm.tsx'
import type { Site } from './web/site.ts'

/** Every module's routes, in the order of the visitor's journey. Reads as the map of the portal. */
export function mountSite(site: Site, app: AppContext): void {
  mountFirmBoard(site, app)
  mountDeclarations(site, app)
}
