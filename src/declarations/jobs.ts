import type { AppContext } from '../context.ts'
import { checkLedgers } from '../ledger/check-ledgers.ts'
import { findUnpostedDeclarations } from './posted-declarations.ts'

/** The account of every employer, against its own facts and against what was declared. */
export const declarationsJobs = {
  'check-ledger': (app: AppContext) => checkLedgers(app, [findUnpostedDeclarations]),
}
