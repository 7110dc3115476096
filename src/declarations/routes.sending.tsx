import type { AppContext } from '../context.ts'
import { text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, redirect, type Site } from '../web/site.ts'
import { shownCheck } from './desk/form-of.ts'
import { leavesEntryField } from './desk/pages/before-sending.tsx'
import { showDesk } from './desk/routes.desk.tsx'
import { sendDeclaration } from './send-declaration.ts'

/** A check becomes a declaration: sent, with its receipt (product D7). */
export function mountSending(site: Site, app: AppContext): void {
  const { send, receipt } = paths.declarations
  site.post(
    send.pattern,
    { power: 'declarations.send', audit: 'declaration.send' },
    async (page, actor) => {
      const leavesEntry = text(page.var.fields, leavesEntryField) !== ''
      const done = await attempt(page, () =>
        sendDeclaration(app, actor, { ...shownCheck(page), leavesEntry }),
      )
      if (!done.ok && done.refusal.code === 'entry.would_lose_entry') {
        return showDesk({ page, app, actor }, { unticked: done.sentence, status: 422 })
      }
      if (!done.ok) return showDesk({ page, app, actor }, { refused: done.sentence })
      const { sent } = page.var.visit.words.declarations
      return redirect(page, receipt({ id: idOf(page) }), sent)
    },
  )
}
