import { Hono } from 'hono'
import { openVisit } from './access/open-visit.ts'
import type { AppContext } from './context.ts'
import { askAnything } from './platform/db/ask-anything.ts'
import { answerErrors } from './error-pages.tsx'
import { mountMachineInterface } from './machine-interface/mount.ts'
import { readMigrations } from './platform/db/migration-files.ts'
import { findMigrations, findPublicFolders } from './platform/project-root.ts'
import { judgeReadiness } from './platform/ready.ts'
import { paths } from './web/paths.ts'
import { leadToThePage } from './web/lead-to-the-page.ts'
import { createFormReader } from './web/read-form.ts'
import { refuseStrangeRequests } from './web/refuse-strange-requests.ts'
import { requestLog } from './web/request-log.ts'
import { securityHeaders } from './web/security-headers.ts'
import { createSite, type Env, type RouteEntry } from './web/site.ts'
import { serveStatic } from './web/static.ts'
import { mountSite } from './site-map.ts'

export interface App {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  readonly routes: readonly RouteEntry[]
}

/** The whole portal as one function from request to response. */
export async function createApp(app: AppContext): Promise<App> {
  const hono = new Hono<Env>({ strict: true })
  const lastMigration = readMigrations(findMigrations()).at(-1)?.name ?? ''
  const origin = new URL(app.config.url).origin
  hono.use(requestLog(app.log, app.telemetry))
  hono.use(securityHeaders(origin.startsWith('https:')))
  hono.use(refuseStrangeRequests())
  await serveStatic(hono, findPublicFolders())
  hono.get(paths.health.pattern, async (page) => page.json(await health(app)))
  const machineRoutes = mountMachineInterface(hono, app)
  hono.get(paths.ready.pattern, async (page) => {
    const readiness = await judgeReadiness(app, lastMigration)
    return page.json(readiness, readiness.status === 'ready' ? 200 : 503)
  })
  hono.use(openVisit(app))
  answerErrors(hono, app)
  const site = createSite(hono, createFormReader(origin, app.files))
  mountSite(site, app)
  leadToThePage(hono, site.routes)
  return { fetch: hono.fetch, routes: [...site.routes, ...machineRoutes] }
}

async function health(app: AppContext) {
  await app.db.transaction({ as: 'public' }, askAnything)
  return { status: 'ok', version: app.config.version }
}
