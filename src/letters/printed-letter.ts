import { formatDate, localDateAt } from '../calendar/index.ts'
import type { PrintedBlock, PrintedDocument } from '../platform/pdf/printed-document.ts'
import { printedFund } from '../web/printed-fund.ts'
import type { FundIdentity } from '../web/visit.ts'
import { wordsIn } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import { letterTitle } from './letter-title.ts'
import type { Bilingual, Letter, LetterSection } from './letter.ts'

/**
 * The form to print, sign and stamp: its code in letters and in a barcode, every answer but the password, places for
 * signature and stamp, the agency's address (leaflet, «Télécharger le formulaire, l'imprimer, le faire signer et
 * cacheter»; product P3).
 */
export function printedLetter(
  letter: Pick<Letter, 'kind' | 'reference' | 'sections' | 'createdAt' | 'language'>,
  fund: FundIdentity,
  language: Language = letter.language,
): PrintedDocument {
  const words = wordsIn(language).letters.printed
  const head = printedFund(fund, language)
  return {
    lang: language,
    fund: head,
    title: letterTitle(letter.kind, head.name)[language],
    issuedAt: letter.createdAt,
    issuedOn: words.drawnUp(formatDate(localDateAt(letter.createdAt), language)),
    reference: { label: words.reference, code: letter.reference, explanation: words.scan },
    sendTo: { heading: words.sendTo, lines: recipient(fund, language) },
    onePage: true,
    blocks: [
      { kind: 'paragraphs', paragraphs: [words.requests[letter.kind](head.name)] },
      ...letter.sections.map((section) => printedSection(section, language)),
      { kind: 'paragraphs', paragraphs: [words.undertaking] },
      ...places(language),
      { kind: 'notice', text: words.sendBack },
    ],
    footer: `${words.reference} ${letter.reference}`,
  }
}

function printedSection(section: LetterSection, language: Language): PrintedBlock {
  return {
    kind: 'rows',
    heading: section.heading[language],
    rows: section.rows.map((row) => {
      const value = inLanguage(row.value, language)
      return {
        label: row.label[language],
        value,
        ...(row.ltr ? { ltr: true } : {}),
        ...(typeof row.value === 'string' ? {} : { isSentence: true }),
        ...(value === '' ? { fillIn: true } : {}),
      }
    }),
  }
}

/** What only ink can say. */
function places(language: Language): PrintedBlock[] {
  const words = wordsIn(language).letters.printed
  return [
    {
      kind: 'boxes',
      boxes: [
        { kind: 'date', label: words.date },
        { kind: 'signature', label: words.signature },
        { kind: 'stamp', label: words.stamp },
      ],
    },
  ]
}

function recipient(fund: FundIdentity, language: Language): string[] {
  const words = wordsIn(language).letters.printed
  return [words.attention, fund.agencyName, ...fund.agencyAddress, fund.agencyEmail]
}

export function inLanguage(value: string | Bilingual, language: Language): string {
  return typeof value === 'string' ? value : value[language]
}
