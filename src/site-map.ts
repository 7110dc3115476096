import type { AppContext } from './context.ts'
import type { Site } from './web/site.ts'

/** Every module's routes, in the order of the visitor's journey. Reads as the map of the portal. */
export function mountSite(_site: Site, _app: AppContext): void {}
