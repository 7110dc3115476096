import { type Statement, statementOf } from '../access/statement.ts'
import type { SettingsToCome } from '../employers/store/payment-settings.ts'
import { decimalString, type Dirhams } from '../money/index.ts'

/** What is agreed to when somebody is to confirm at once: this wait, of this person, in this company (quality AT70). */
export function validatorStatement(
  employerNumber: string,
  validator: { readonly profileId: string; readonly name: string; readonly confirmsFrom: Date },
): Statement {
  return statementOf([
    'guichet agreement 1',
    `company ${employerNumber}`,
    `validator ${validator.profileId} ${validator.name}`,
    `confirms at once instead of from ${validator.confirmsFrom.toISOString()}`,
  ])
}

/** What is agreed to when settings are to count at once: these, as they were decided then (quality AT70). */
export function settingsStatement(employerNumber: string, settings: SettingsToCome): Statement {
  const { confirmationsRequired, selfConfirmation, orderCeiling, dailyCeiling } = settings
  return statementOf([
    'guichet agreement 1',
    `company ${employerNumber}`,
    `settings decided ${settings.decidedAt.toISOString()} by ${settings.decidedBy}`,
    `confirmations ${confirmationsRequired}${selfConfirmation ? ' the maker may' : ''}`,
    `ceiling of an order ${told(orderCeiling)}`,
    `ceiling of a day ${told(dailyCeiling)}`,
    `count at once instead of from ${settings.takesEffectAt.toISOString()}`,
  ])
}

function told(ceiling: Dirhams | null): string {
  return ceiling === null ? 'none' : `${decimalString(ceiling)} MAD`
}
