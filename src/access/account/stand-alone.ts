import { refuse } from '../../actors/refusal.ts'
import type { Account } from '../accounts.ts'
import { shortestAlone } from '../password-rules.ts'

/**
 * Without any second factor left, the password stands alone, and must be long enough for it; agents never do without one
 * (product U4).
 */
export function mustStandAlone(account: Pick<Account, 'kind'>, password: string): void {
  if (account.kind === 'agent') refuse('access.second_factor_needed')
  if ([...password.normalize('NFC')].length < shortestAlone)
    refuse('account.password_too_short_alone')
}
