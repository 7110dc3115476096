import type { AppContext } from '../context.ts'
import { tellRetirements } from './tell-retirements.ts'

/** The clockwork of e-Liquidation@: who has come nearer to retirement, each morning. */
export const liquidationsJobs = {
  'tell-retirements': (app: AppContext) => tellRetirements(app),
}
