import { todayIn } from '../calendar/clock.ts'
import type { AppContext } from '../context.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Account } from './accounts.ts'

/**
 * Whether this account may not do without a second factor: agents never, Validateurs once the fund asks it of them
 * (parameter `validator_factor_required`; product U4).
 */
export async function mustHaveFactor(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  account: Pick<Account, 'kind' | 'isValidator'>,
): Promise<boolean> {
  if (account.kind === 'agent') return true
  if (!account.isValidator) return false
  return (await getParameter(tx, 'validator_factor_required', todayIn(app.clock))) === 'yes'
}
