import type { ProfileActor } from '../../actors/actor.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { type FirmReceipt, listFirmReceipts } from './store/firms.ts'

export const receiptsAtMost = 500

/** What this person sent for all companies, newest first; of one day when it is named. */
export async function readFirmReceipts(
  app: AppContext,
  actor: ProfileActor,
  day: LocalDate | null,
): Promise<{ readonly receipts: readonly FirmReceipt[]; readonly isCut: boolean }> {
  const found = await app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listFirmReceipts(tx, actor.id, { day, limit: receiptsAtMost + 1 }),
  )
  return { receipts: found.slice(0, receiptsAtMost), isCut: found.length > receiptsAtMost }
}
