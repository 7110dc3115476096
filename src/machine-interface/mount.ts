import type { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import { paths } from '../web/paths.ts'
import type { Env, RouteEntry } from '../web/site.ts'
import { answerTheRest, createMachineSite, languageOf } from './machine-site.ts'
import { describeInterface } from './openapi.ts'
import { mountDeclaring } from './routes.declarations.ts'
import { mountReceiptReading } from './routes.receipts.ts'
import { mountStatementReading } from './routes.statement.ts'

const described = { method: 'GET', power: 'site.visit', audit: 'machine.describe' } as const

/**
 * What programs ask, before any visit is opened: no cookie is read here, and none is set (product X7). Gives its routes, for
 * the list of all of them.
 */
export function mountMachineInterface(hono: Hono<Env>, app: AppContext): readonly RouteEntry[] {
  const site = createMachineSite(hono, app)
  mountDeclaring(site)
  mountReceiptReading(site)
  mountStatementReading(site)
  const { pattern } = paths.api.description
  hono.get(pattern, (page) => {
    page.set('auditWord', described.audit)
    return page.json(describeInterface(app.config, site.described, languageOf(page)))
  })
  answerTheRest(hono, app, site)
  return [...site.routes, { ...described, pattern }]
}
