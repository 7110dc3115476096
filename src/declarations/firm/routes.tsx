import type { AppContext } from '../../context.ts'
import type { Site } from '../../web/site.ts'
import { mountBoard } from './routes.board.tsx'
import { mountFirmFile } from './routes.file.tsx'
import { mountFirmReceipts } from './routes.receipts.tsx'
import { mountSendReady } from './routes.send.tsx'

/** A firm and its companies: named addresses before those of a company. */
export function mountFirm(site: Site, app: AppContext): void {
  mountSendReady(site, app)
  mountFirmReceipts(site, app)
  mountFirmFile(site, app)
  mountBoard(site, app)
}
