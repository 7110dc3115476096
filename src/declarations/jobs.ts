import type { AppContext } from '../context.ts'
import { checkDeposit } from './deposits/check-deposit.ts'
import { forgetDeposits } from './deposits/forget-deposits.ts'

/** `check-deposit` follows every file that has arrived; once a night, what nobody waits for is removed. */
export const declarationsJobs = {
  'check-deposit': (app: AppContext, payload: { depositId: string }) => checkDeposit(app, payload),
  'forget-deposits': (app: AppContext) => forgetDeposits(app),
}
