import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Account } from '../accounts.ts'
import { mustHaveFactor } from '../must-have-factor.ts'
import { shortestAlone } from '../password-rules.ts'

/**
 * Without any second factor left, the password stands alone, and must be long enough for it; some accounts never do without
 * one (product U4).
 */
export async function mustStandAlone(
  tx: Tx,
  app: AppContext,
  account: Account,
  password: string,
): Promise<void> {
  if (await mustHaveFactor(tx, app, account)) refuse('access.second_factor_needed')
  if ([...password.normalize('NFC')].length < shortestAlone)
    refuse('account.password_too_short_alone')
}
