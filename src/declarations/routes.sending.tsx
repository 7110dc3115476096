import type { AppContext } from '../context.ts'
import { versionOf } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, redirect, show, type Site } from '../web/site.ts'
import { abandonCheck } from './abandon-check.ts'
import { CheckPage } from './pages/check.tsx'
import { sendDeclaration } from './send-declaration.ts'
import { viewCheck } from './view-check.ts'

/** A check ends: sent, or set aside. */
export function mountSending(site: Site, app: AppContext): void {
  const { send, abandon } = paths.declarations
  site.post(
    send.pattern,
    { power: 'declarations.send', audit: 'declaration.send' },
    async (page, actor) => {
      const declarationId = idOf(page)
      const version = versionOf(page.var.fields)
      const done = await attempt(page, () =>
        sendDeclaration(app, actor, { declarationId, version }),
      )
      if (done.ok) {
        return redirect(
          page,
          paths.declarations.receipt({ id: declarationId }),
          page.var.visit.words.declarations.sent,
        )
      }
      const view = await viewCheck(app, actor, declarationId)
      return show(page, <CheckPage view={view} errors={{ '': done.sentence }} />, 409)
    },
  )
  site.post(
    abandon.pattern,
    { power: 'declarations.send', audit: 'declaration.abandon' },
    async (page, actor) => {
      await abandonCheck(app, actor, idOf(page))
      return redirect(
        page,
        paths.declarations.calendar(),
        page.var.visit.words.declarations.abandoned,
      )
    },
  )
}
