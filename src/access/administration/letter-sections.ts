import type { MandateKind } from '../../employers/bank-account.ts'
import type { Employer } from '../../employers/employer.ts'
import { ibanOf, type Rib, writtenRib } from '../../employers/rib.ts'
import type { Bilingual, LetterSection } from '../../letters/letter.ts'
import { wordsIn, type Words } from '../../web/words/index.ts'

type PrintedWords = Words['administration']['accounts']['printed']

/** What the debit mandate says: who owes, which account, for what; signature and stamp come with every letter. */
export function debitMandateSections(
  employer: Employer,
  account: { readonly rib: Rib; readonly bankName: string; readonly holder: string },
): LetterSection[] {
  return [
    {
      heading: bilingual('debtor'),
      rows: [
        { label: bilingual('number'), value: employer.number, ltr: true },
        { label: bilingual('name'), value: employer.name },
        { label: bilingual('address'), value: `${employer.address} ${employer.city}`.trim() },
      ],
    },
    {
      heading: bilingual('account'),
      rows: [
        { label: bilingual('rib'), value: writtenRib(account.rib), ltr: true },
        { label: bilingual('iban'), value: ibanOf(account.rib), ltr: true },
        { label: bilingual('bank'), value: account.bankName },
        { label: bilingual('holder'), value: account.holder },
        { label: bilingual('purpose'), value: purposeOf(employer) },
      ],
    },
  ]
}

/** A company that chose systematic debit signs for it; every other signs for orders that its people confirm. */
export function mandateKindOf({ paymentOption }: Employer): MandateKind {
  return paymentOption === 'systematic' ? 'systematic' : 'case_by_case'
}

function purposeOf(employer: Employer): Bilingual {
  return bilingual(mandateKindOf(employer) === 'systematic' ? 'purposeSystematic' : 'purposeValue')
}

function bilingual(key: keyof PrintedWords): Bilingual {
  return {
    fr: wordsIn('fr').administration.accounts.printed[key],
    ar: wordsIn('ar').administration.accounts.printed[key],
  }
}
