import { formatDate, formatDateTime } from '../../calendar/index.ts'
import { maskedRib } from '../../employers/rib.ts'
import type { PrintedBlock, PrintedDocument } from '../../platform/pdf/printed-document.ts'
import type { FundIdentity } from '../../web/visit.ts'
import type { Language } from '../../web/words/language.ts'
import { wordsIn } from '../../web/words/index.ts'
import { isOfSurvivors } from './claim.ts'
import { documentName } from './documents.ts'
import type { ClaimView } from './view-claim.ts'

/** The receipt of a claim on paper: its number, what was asked, and each document that was handed in. */
export function printedClaimReceipt(
  view: ClaimView,
  fund: FundIdentity,
  language: Language,
): PrintedDocument {
  const words = wordsIn(language)
  const own = words.claims
  const { claim, employer } = view
  if (!claim.sentAt) throw new Error('a receipt is of a claim that was sent')
  const survivors = isOfSurvivors(claim.kind)
  return {
    lang: language,
    fund: { name: fund.name, address: fund.agencyAddress, email: fund.agencyEmail },
    title: own.receiptTitle,
    issuedAt: claim.sentAt,
    issuedOn: formatDateTime(claim.sentAt, language),
    reference: { label: own.receiptNumber, code: claim.reference },
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: words.declarations.company, value: employer.name },
          { label: words.frame.employerNumber, value: employer.number, ltr: true },
          { label: own.kind, value: own.kinds[claim.kind] },
          { label: own.name, value: `${claim.lastName} ${claim.firstName}` },
          { label: own.number, value: claim.memberNumber, ltr: true },
          {
            label: survivors ? own.check.death : own.check.end,
            value: claim.endedOn ? formatDate(claim.endedOn, language) : '',
          },
          { label: own.sentAt, value: formatDateTime(claim.sentAt, language) },
        ],
      },
      payeesBlock(view, language),
      documentsBlock(view, language),
    ],
  }
}

function payeesBlock({ claim, payees }: ClaimView, language: Language): PrintedBlock {
  const { claims: own } = wordsIn(language)
  return {
    kind: 'rows',
    heading: isOfSurvivors(claim.kind) ? own.check.beneficiaries : own.check.account,
    rows: payees.map((payee) => ({
      label: `${payee.lastName} ${payee.firstName}`,
      value: maskedRib(payee.rib),
      ltr: true,
    })),
  }
}

function documentsBlock({ documents }: ClaimView, language: Language): PrintedBlock {
  const { claims: own } = wordsIn(language)
  return {
    kind: 'rows',
    heading: own.check.documents,
    rows: documents
      .filter(({ pages }) => pages.length > 0)
      .map((document) => ({
        label: documentName(document, language),
        value: own.check.pages(document.pages.length),
      })),
  }
}
