import { mountAccount } from './access/account/routes.tsx'
import { readBand } from './access/administration/read-band.ts'
import { mountAdministration } from './access/administration/routes.delegate.tsx'
import { mountRecovery } from './access/recovery/routes.tsx'
import { mountSignIn } from './access/sign-in/routes.tsx'
import { mountAgency } from './agency/routes.agency.tsx'
import { mountTrail } from './audit/routes.delegate.tsx'
import type { AppContext } from './context.ts'
import { rateConsequences } from './declarations/rate-consequences.ts'
import { mountDeclaredLines } from './declarations/declared-lines/routes.account.tsx'
import { mountDeclarations } from './declarations/routes.declarant.tsx'
import { mountFirm } from './declarations/firm/routes.tsx'
import { mountDirectDebits } from './direct-debits/routes.agency.tsx'
import { mountInterfacePage } from './machine-interface/routes.public.tsx'
import { mountReconciliation } from './reconciliation/routes.agency.tsx'
import { mountDepartures } from './departures/routes.delegate.tsx'
import { mountAgentClaims } from './liquidations/claims/agency/routes.agency.tsx'
import { mountClaims } from './liquidations/claims/routes.claims.tsx'
import { mountLiquidations } from './liquidations/routes.liquidation.tsx'
import { mountImports } from './imports/routes.agency.tsx'
import { mountParameters } from './parameters/routes.agency.tsx'
import { readPromises } from './payments/read-promises.ts'
import { mountAgreements } from './payments/routes.agreements.tsx'
import { mountPayments } from './payments/routes.payment.tsx'
import { mountTransfers } from './payments/transfers/routes.account.tsx'
import { mountEmployerAccount } from './ledger/routes.account.tsx'
import { tellStandings } from './ledger/due-standings.ts'
import { mountMembers } from './members/routes.account.tsx'
import { mountPublicPages } from './public-pages/routes.tsx'
import { mountDelegateLetters } from './subscriptions/delegate-letters/routes.delegate.tsx'
import { mountSubscriptions } from './subscriptions/routes.tsx'
import { mountGallery } from './web/gallery-route.tsx'
import type { Site } from './web/site.ts'

/** Every module's routes, in the order of the visitor's journey. Reads as the map of the portal. */
export function mountSite(site: Site, app: AppContext): void {
  mountPublicPages(site, app)
  mountInterfacePage(site, app)
  if (app.config.demonstration) mountGallery(site)
  mountSubscriptions(site, app)
  mountSignIn(site, app)
  mountRecovery(site, app)
  mountAccount(site, app)
  mountAdministration(site, app)
  mountTrail(site, app, readBand(app))
  mountDepartures(site, app)
  mountDelegateLetters(site, app)
  mountEmployerAccount(site, app, readPromises)
  mountTransfers(site, app)
  mountMembers(site, app, tellStandings)
  mountFirm(site, app)
  mountDeclarations(site, app)
  mountDeclaredLines(site, app)
  mountPayments(site, app)
  mountAgreements(site, app)
  mountDirectDebits(site, app)
  mountReconciliation(site, app)
  mountLiquidations(site, app)
  mountClaims(site, app)
  mountAgentClaims(site, app)
  mountAgency(site, app)
  mountImports(site, app)
  mountParameters(site, app, rateConsequences)
}
