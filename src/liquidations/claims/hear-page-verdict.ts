import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { WaitingFile } from '../../platform/files/scanner/check-waiting.ts'
import type { ScanVerdict } from '../../platform/files/scanner/scanner.ts'
import { lockClaim } from './store/claims.ts'
import { saveClaim } from './store/save-claim.ts'
import { findPageOfFile, markRemoved } from './store/documents.ts'

/**
 * A page that waited has been looked into (quality AT93, RE24). Infected, it is taken out of its document, which is missing
 * again and says why; the trail tells the company and the agents.
 */
// oxlint-disable-next-line max-params -- as every hearer of a verdict
export async function hearPageVerdict(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  file: WaitingFile,
  { found }: ScanVerdict,
): Promise<void> {
  const page = await findPageOfFile(tx, file.id)
  const claim = page && (await lockClaim(tx, page.employerId, page.claimId))
  if (!page || !claim) return
  const now = app.clock.now()
  if (found !== null) {
    await markRemoved(tx, claim, page.id, now)
    await saveClaim(tx, claim)
  }
  await record(tx, systemActor('virus-scanner'), now, {
    action: found === null ? 'claim.page_clean' : 'claim.page_infected',
    subject: { kind: 'claim', id: claim.id },
    employerId: claim.employerId,
    details: {
      reference: claim.reference,
      document: page.code,
      page: page.number,
      ...(found === null ? {} : { virus: found }),
    },
  })
}
