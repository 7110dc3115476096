import type { PrintedFund } from '../platform/pdf/printed-document.ts'
import { fundIn, type FundIdentity } from './visit.ts'
import type { Language } from './words/language.ts'

/** The fund at the head of a paper, as it is called in the language of that paper. */
export function printedFund(fund: FundIdentity, language: Language): PrintedFund {
  const { name, agencyAddress: address, agencyEmail: email } = fundIn(language, fund)
  return { name, address, email }
}
