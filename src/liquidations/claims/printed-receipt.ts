import { formatDate, formatDateTime } from '../../calendar/index.ts'
import { maskedRib } from '../../employers/rib.ts'
import type { PrintedBlock, PrintedDocument } from '../../platform/pdf/printed-document.ts'
import { printedFund } from '../../web/printed-fund.ts'
import type { FundIdentity } from '../../web/visit.ts'
import type { Language } from '../../web/words/language.ts'
import { wordsIn } from '../../web/words/index.ts'
import { isOfSurvivors } from './claim.ts'
import { documentName } from './documents.ts'
import { accountOn, type Sending, sendingsOf } from './sendings.ts'
import { changeInWords } from './tell-change.ts'
import type { ClaimView } from './view-claim.ts'

/** The receipt of a claim on paper: its number, what was asked, and what was handed in, with each sending what came with it. */
export function printedClaimReceipt(
  view: ClaimView,
  fund: FundIdentity,
  language: Language,
): PrintedDocument {
  const words = wordsIn(language)
  const own = words.claims
  const { claim, employer } = view
  const sendings = sendingsOf(view)
  const last = sendings.at(-1)
  if (!last) throw new Error('a receipt is of a claim that was sent')
  const survivors = isOfSurvivors(claim.kind)
  return {
    lang: language,
    fund: printedFund(fund, language),
    title: own.receiptTitle,
    issuedAt: last.at,
    issuedOn: formatDateTime(last.at, language),
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
          ...sendings.map(({ isFirst, at }) => ({
            label: isFirst ? own.sentAt : own.completedAt,
            value: formatDateTime(at, language),
          })),
        ],
      },
      payeesBlock(view, last.at, language),
      ...sendings.map((sending) => sendingBlock(view, sending, language)),
    ],
  }
}

/** As they stood when the claim was last sent: what is written since has not come. */
function payeesBlock(
  { claim, payees, changes }: ClaimView,
  sentAt: Date,
  language: Language,
): PrintedBlock {
  const { claims: own } = wordsIn(language)
  return {
    kind: 'rows',
    heading: isOfSurvivors(claim.kind) ? own.check.beneficiaries : own.check.account,
    rows: payees.map((payee) => ({
      label: `${payee.lastName} ${payee.firstName}`,
      value: accountOn(maskedRib(payee.rib), changes, sentAt),
      ltr: true,
    })),
  }
}

function sendingBlock(view: ClaimView, sending: Sending, language: Language): PrintedBlock {
  const words = wordsIn(language)
  const own = words.claims
  const { isFirst, at, reply, pages, changes } = sending
  const filesOf = (code: string) => pages.filter((page) => page.code === code).length
  return {
    kind: 'rows',
    heading: isFirst
      ? own.handedIn(formatDateTime(at, language))
      : own.handedInLater(formatDateTime(at, language)),
    rows: [
      ...view.documents
        .map((document) => ({ document, files: filesOf(document.code) }))
        .filter(({ files }) => files > 0)
        .map(({ document, files }) => ({
          label: documentName(document, language),
          value: own.check.files(files),
        })),
      ...changes.map((change) => {
        const { fact, before, after } = changeInWords(change, words, language)
        return { label: fact, value: own.check.changed(before, after) }
      }),
      ...(reply ? [{ label: own.check.replied, value: reply }] : []),
    ],
  }
}
