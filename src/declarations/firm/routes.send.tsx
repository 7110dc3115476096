import type { AppContext } from '../../context.ts'
import type { Fields } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { redirect, show, type Site } from '../../web/site.ts'
import { SendReadyPage, chosenField } from './pages/send-ready.tsx'
import { readBoard } from './read-board.ts'
import { parseChosen, readyAmong, sentAtMost } from './ready.ts'
import { sendReady } from './send-ready.ts'

/** Everything that is ready, of all companies, sent in one press (product D9). */
export function mountSendReady(site: Site, app: AppContext): void {
  const { send, receipts } = paths.firm
  site.get(send.pattern, { power: 'firm.board', audit: 'firm.ready' }, async (page, actor) => {
    const { rows } = await readBoard(app, actor)
    return show(page, <SendReadyPage ready={readyAmong(rows)} />)
  })
  site.post(
    send.pattern,
    { power: 'firm.board', audit: 'declaration.send' },
    async (page, actor) => {
      const said = page.var.visit.words.firm.send
      const chosen = parseChosen(valuesOf(page.var.fields, chosenField)).slice(0, sentAtMost)
      const done = await sendReady(app, actor, chosen)
      const notice = done.sent > 0 ? said.sent(done.sent, done.companies) : undefined
      if (done.left === 0 && notice) return redirect(page, receipts(), notice)
      const { rows } = await readBoard(app, actor)
      const errors = { '': chosen.length === 0 ? said.nothingChosen : said.left(done.left) }
      const status = chosen.length === 0 ? 422 : 409
      return show(
        page,
        <SendReadyPage ready={readyAmong(rows)} errors={errors} notice={notice} />,
        status,
      )
    },
  )
}

function valuesOf(fields: Fields, name: string): readonly string[] {
  const value = fields[name] ?? []
  return typeof value === 'string' ? [value] : value
}
