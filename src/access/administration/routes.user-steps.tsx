import type { AppContext } from '../../context.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { redirect, type Site } from '../../web/site.ts'
import { serviceOfCell } from './cell.ts'
import { offerMandateAgain } from './offer-mandate-again.ts'
import { resendInvitation } from './resend-invitation.ts'
import { cellOf } from './route-parts.ts'
import { mountScope, mountPowers } from './routes.user-grants.tsx'
import { mountPassword, mountState } from './routes.user-access.tsx'

/** What a delegate does with one user: mode and categories, powers, password, suspension (product A5 to A9). */
export function mountUserSteps(site: Site, app: AppContext): void {
  mountScope(site, app)
  mountPowers(site, app)
  mountPassword(site, app)
  mountState(site, app)
  site.post(
    paths.administration.userInvitation.pattern,
    { power: 'users.manage', audit: 'users.invite_again' },
    async (page, actor) => {
      const cell = cellOf(page)
      const id = idOf(page)
      const words = page.var.visit.words.administration.user
      const back = paths.administration.user({ cell, id })
      if (cell === 'externe') {
        await offerMandateAgain(app, actor, id)
        return redirect(page, back, words.reminded)
      }
      await resendInvitation(app, actor, { id, service: serviceOfCell(cell) })
      return redirect(page, back, words.resent)
    },
  )
}
