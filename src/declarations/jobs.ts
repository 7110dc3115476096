import type { AppContext } from '../context.ts'
import { checkLedgers } from '../ledger/check-ledgers.ts'
import { checkDeposit } from './deposits/check-deposit.ts'
import { forgetDeposits } from './deposits/forget-deposits.ts'
import { findUnpostedDeclarations } from './posted-declarations.ts'

/** `check-deposit` follows every file that has arrived; once a night, what nobody waits for is removed and the ledger is checked. */
export const declarationsJobs = {
  'check-deposit': (app: AppContext, payload: { depositId: string }) => checkDeposit(app, payload),
  'forget-deposits': (app: AppContext) => forgetDeposits(app),
  /** The account of every employer, against its own facts and against what was declared. */
  'check-ledger': (app: AppContext) => checkLedgers(app, [findUnpostedDeclarations]),
}
