import type { AppContext } from '../context.ts'
import { reviseClaims } from './claims/revise-claims.ts'
import { warnOfLimitation } from './claims/warn-of-limitation.ts'
import { tellRetirements } from './tell-retirements.ts'

/** The clockwork of e-Liquidation@: who has come nearer to retirement, pensions to revise, rights about to lapse. */
export const liquidationsJobs = {
  'revise-claims': (app: AppContext) => reviseClaims(app),
  'warn-of-limitation': (app: AppContext) => warnOfLimitation(app),
  'tell-retirements': (app: AppContext) => tellRetirements(app),
}
