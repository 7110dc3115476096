import type { AppContext } from '../context.ts'
import type { Site } from '../web/site.ts'
import { mountApplicant } from './routes.applicant.tsx'
import { mountDownloads } from './routes.downloads.tsx'
import { mountFollow } from './routes.follow.tsx'
import { mountObjection } from './routes.objection.tsx'

/** «Abonnement», «Téléchargement», following a request, objecting to one. */
export function mountSubscriptions(site: Site, app: AppContext): void {
  mountApplicant(site, app)
  mountDownloads(site, app)
  mountFollow(site, app)
  mountObjection(site, app)
}
