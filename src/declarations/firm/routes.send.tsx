import type { AppContext } from '../../context.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { type Fields, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { type Page, redirect, show, type Site } from '../../web/site.ts'
import { recount } from './pages/chosen-total.tsx'
import { SendReadyPage, chosenField } from './pages/send-ready.tsx'
import { readReady } from './read-ready.ts'
import { parseChosen, sentAtMost } from './ready.ts'
import { sendReady } from './send-ready.ts'

/** Everything that is ready, of all companies, sent in one press (product D9). */
export function mountSendReady(site: Site, app: AppContext): void {
  const { send, receipts } = paths.firm
  site.get(send.pattern, { power: 'firm.board', audit: 'firm.ready' }, async (page, actor) => {
    const file = fileIn(page)
    return show(page, <SendReadyPage ready={await readReady(app, actor, file)} file={file} />)
  })
  site.post(
    send.pattern,
    { power: 'firm.board', audit: 'declaration.send' },
    async (page, actor) => {
      const said = page.var.visit.words.firm.send
      const ticked = valuesOf(page.var.fields, chosenField)
      if (text(page.var.fields, recount.name) === recount.value) {
        const file = fileIn(page)
        return show(
          page,
          <SendReadyPage {...{ ready: await readReady(app, actor, file), file, ticked }} />,
        )
      }
      const chosen = parseChosen(ticked).slice(0, sentAtMost)
      const done = await sendReady(app, actor, chosen)
      const notice = done.sent > 0 ? said.sent(done.sent, done.companies) : undefined
      if (done.left === 0 && notice) return redirect(page, receipts(), notice)
      const errors = { '': chosen.length === 0 ? said.nothingChosen : said.left(done.left) }
      const status = chosen.length === 0 ? 422 : 409
      const file = fileIn(page)
      const ready = await readReady(app, actor, file)
      return show(page, <SendReadyPage {...{ ready, file, ticked, errors, notice }} />, status)
    },
  )
}

/** The file whose parts are to be sent; all that is ready without one. */
function fileIn(page: Page): string | null {
  const id = page.req.query('fichier') ?? ''
  return isRowId(id) ? id : null
}

function valuesOf(fields: Fields, name: string): readonly string[] {
  const value = fields[name] ?? []
  return typeof value === 'string' ? [value] : value
}
