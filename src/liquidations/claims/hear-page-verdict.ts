import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { WaitingFile } from '../../platform/files/scanner/check-waiting.ts'
import type { ScanVerdict } from '../../platform/files/scanner/scanner.ts'
import { type Claim, isOpenToWriting, isOver } from './claim.ts'
import { tellClaimUsers } from './mails.ts'
import { lockClaim } from './store/claims.ts'
import { findPageOfFile, markRemoved } from './store/documents.ts'
import { saveClaim } from './store/save-claim.ts'
import { insertStep } from './store/steps.ts'

const scanner = systemActor('virus-scanner')

/**
 * A page has been looked into, when it came or again later: what was accepted may turn out infected (quality AT93, RE24). It is
 * then taken out of its document, which is asked for again; its company is written to, and the agents read it in the claim.
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
  if (found !== null) await takeOut(tx, claim, page.id, now)
  await record(tx, scanner, now, {
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

// oxlint-disable-next-line max-params -- which page of which claim, and when
async function takeOut(tx: Tx, claim: Claim, pageId: string, at: Date): Promise<void> {
  await markRemoved(tx, claim, pageId, at)
  await saveClaim(tx, claim)
  await insertStep(tx, claim, scanner, { step: 'infected', at })
  // Of a claim that is over, nobody has anything to send again.
  if (isOver(claim)) return
  const about = isOpenToWriting(claim) ? 'infected' : 'infected_in_review'
  await tellClaimUsers(tx, claim, about, at)
}
