import { formatDateTime, formatQuarter } from '../../calendar/index.ts'
import { formatDirhams, sum } from '../../money/index.ts'
import type { PrintedDocument } from '../../platform/pdf/printed-document.ts'
import { printedFund } from '../../web/printed-fund.ts'
import type { FundIdentity } from '../../web/visit.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { Language } from '../../web/words/language.ts'
import type { FirmReceipt } from './store/firms.ts'

interface Setting {
  readonly fund: FundIdentity
  readonly language: Language
  readonly at: Date
  /** Who sent them. */
  readonly by: string
}

/** The receipts of several companies on one paper: number, company, period, lines, total, hour, and the hash of each content. */
export function printedReceipts(
  receipts: readonly FirmReceipt[],
  { fund, language, at, by }: Setting,
): PrintedDocument {
  const { declarations, firm, frame } = wordsIn(language)
  const said = firm.receipts
  return {
    lang: language,
    fund: printedFund(fund, language),
    title: said.document,
    issuedAt: at,
    issuedOn: formatDateTime(at, language),
    landscape: true,
    blocks: [
      { kind: 'rows', rows: [{ label: declarations.sentBy, value: by }] },
      {
        kind: 'table',
        columns: [
          { heading: said.number, ltr: true },
          { heading: said.company, share: 2 },
          { heading: frame.employerNumber, ltr: true },
          { heading: said.period, ltr: true },
          { heading: said.sentAt },
          { heading: said.total, align: 'end' },
          { heading: declarations.fileHash, ltr: true, share: 1 },
        ],
        rows: receipts.map((one) => [
          one.number,
          one.company.name,
          one.company.number,
          `${formatQuarter(one.quarter)} ${one.category}`,
          formatDateTime(one.sentAt, language),
          formatDirhams(one.total, language),
          `${one.sha256.toString('hex').slice(0, 16)}…`,
        ]),
        totals: [
          said.count(receipts.length),
          '',
          '',
          '',
          '',
          formatDirhams(sum(receipts.map((one) => one.total)), language),
          '',
        ],
        empty: said.none,
      },
    ],
  }
}
