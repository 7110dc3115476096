import { versionOf } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { type Page, redirect } from '../../web/site.ts'
import type { ShownClaim } from './claim-in-hand.ts'

/** The claim of the address, as its form was shown. */
export function shownClaim(page: Page): ShownClaim {
  return { claimId: idOf(page), version: versionOf(page.var.fields) }
}

/** Back to the list of its tasks. */
export function toClaim(page: Page, notice?: string): Response {
  return redirect(page, paths.claims.claim({ id: idOf(page) }), notice)
}
