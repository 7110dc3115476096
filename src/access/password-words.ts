import type { AppContext } from '../context.ts'
import { type Account, fullName } from './accounts.ts'

/** What anybody knows about an account and would try first. */
export function passwordWords(
  app: Pick<AppContext, 'config'>,
  account: Pick<
    Account,
    'firstName' | 'lastName' | 'email' | 'login' | 'employerName' | 'employerNumber'
  >,
): string[] {
  return [
    fullName(account),
    account.email,
    account.login,
    account.employerName ?? '',
    account.employerNumber ?? '',
    app.config.fund.name,
  ]
}
