import { formatDate } from '../../calendar/index.ts'
import type { PrintedRow } from '../../platform/pdf/printed-document.ts'
import type { Language } from '../../web/words/language.ts'
import type { Words } from '../../web/words/index.ts'
import type { CompanyAttestation } from './attestation.ts'

/** What an attestation says of a company, the same on paper and where its code is checked: nothing printed escapes the comparison. */
export function companyRows(
  { kind, facts }: Pick<CompanyAttestation, 'kind' | 'facts'>,
  words: Words,
  language: Language,
): PrintedRow[] {
  const own = words.ledger.attestations
  const categories = facts.categories
    .map(({ category, label }) => [category, label].filter(Boolean).join(' '))
    .join(', ')
  return [
    { label: words.declarations.company, value: facts.employerName },
    { label: words.frame.employerNumber, value: facts.employerNumber, ltr: true },
    { label: own.joinedOn, value: formatDate(facts.joinedOn, language) },
    ...(kind === 'affiliation'
      ? [
          { label: own.categories, value: categories },
          { label: own.members, value: String(facts.members), ltr: true },
        ]
      : []),
  ]
}
