import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { answerFile } from '../../web/answer-file.ts'
import { paths } from '../../web/paths.ts'
import { readDay } from '../../web/read-day.ts'
import { type Page, show, type Site } from '../../web/site.ts'
import { FirmReceiptsPage } from './pages/firm-receipts.tsx'
import { printedReceipts } from './printed-receipts.ts'
import { readFirmReceipts } from './read-firm-receipts.ts'

/** Every receipt of every company that this person sent for: one list, and the same on paper. */
export function mountFirmReceipts(site: Site, app: AppContext): void {
  const { receipts, receiptsPdf } = paths.firm
  site.get(
    receipts.pattern,
    { power: 'firm.board', audit: 'receipts.list' },
    async (page, actor) => {
      const { receipts: found, isCut } = await readFirmReceipts(app, actor, dayIn(page))
      return show(page, <FirmReceiptsPage receipts={found} isCut={isCut} day={dayIn(page)} />)
    },
  )
  site.get(
    receiptsPdf.pattern,
    { power: 'firm.board', audit: 'receipt.download', heavy: true },
    async (page, actor) => {
      const day = dayIn(page)
      const { language, words } = page.var.visit
      const { receipts: found } = await readFirmReceipts(app, actor, day)
      const document = printedReceipts(found, {
        fund: app.config.fund,
        language,
        at: app.clock.now(),
        by: actor.name,
      })
      return answerFile(page, {
        name: words.firm.receipts.fileName(day ?? todayIn(app.clock)),
        type: 'application/pdf',
        body: await app.pdf.render(document),
      })
    },
  )
}

function dayIn(page: Page) {
  return readDay(page.req.query('jour') ?? '') ?? null
}
