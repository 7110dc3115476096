import type { Language } from '../web/words/language.ts'

export { listActiveLogins, listCompaniesWithLogin, listLoginsWithPowers } from './store/logins.ts'

/** A login that opens one service of a company today, and who is written to. */
export interface ActiveLogin {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** A login of a company whatever became of it: names are kept by what it did. */
export interface LoginWithPowers extends ActiveLogin {
  readonly login: string
  readonly state: 'invited' | 'active' | 'suspended' | 'removed'
  /** The person behind it, by the key of their identity. */
  readonly person: string
  readonly isMaker: boolean
  readonly isValidator: boolean
  /** From when a Validateur may confirm; nothing for the others. */
  readonly confirmsFrom: Date | null
}
