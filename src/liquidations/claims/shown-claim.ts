import { versionOf } from '../../web/form.ts'
import { idOf } from '../../web/route-id.ts'
import type { Page } from '../../web/site.ts'
import type { ShownClaim } from './claim-in-hand.ts'

/** The claim of the address, as its form was shown. */
export function shownClaim(page: Page): ShownClaim {
  return { claimId: idOf(page), version: versionOf(page.var.fields) }
}
