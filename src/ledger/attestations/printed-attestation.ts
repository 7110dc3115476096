import { formatDate, formatDateTime } from '../../calendar/index.ts'
import type { PrintedDocument } from '../../platform/pdf/printed-document.ts'
import { printedFund } from '../../web/printed-fund.ts'
import type { FundIdentity } from '../../web/visit.ts'
import type { Language } from '../../web/words/language.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { Attestation, CompanyAttestation } from './attestation.ts'
import { companyRows } from './company-rows.ts'
import { printedReference } from './printed-reference.ts'

/**
 * The attestation on paper, with its code in letters and as a barcode that a telephone opens (product C6). The statement
 * of a member is what was printed when it was issued, in the language of then.
 */
export function printedAttestation(
  attestation: Attestation,
  fund: FundIdentity & { readonly url: string },
  language: Language,
): PrintedDocument {
  const { issuedAt } = attestation
  if (attestation.kind === 'career') return { ...attestation.facts.paper, issuedAt }
  return printedForCompany(attestation, fund, language)
}

function printedForCompany(
  { kind, code, facts, issuedAt }: CompanyAttestation,
  fund: FundIdentity & { readonly url: string },
  language: Language,
): PrintedDocument {
  const words = wordsIn(language)
  const own = words.ledger.attestations
  const day = formatDate(facts.asOf, language)
  const head = printedFund(fund, language)
  return {
    lang: language,
    fund: head,
    title: own.kinds[kind],
    issuedAt,
    issuedOn: words.letters.printed.drawnUp(day),
    reference: printedReference(code, fund.url, language),
    blocks: [
      { kind: 'paragraphs', paragraphs: [own.statement[kind](head.name, day)] },
      {
        kind: 'rows',
        rows: [
          ...companyRows({ kind, facts }, words, language),
          { label: own.issuedAt, value: formatDateTime(issuedAt, language) },
        ],
      },
      { kind: 'notice', text: own.scope[kind] },
    ],
    footer: `${own.code} ${code}`,
  }
}
