import type { PrintedReference } from '../../platform/pdf/printed-document.ts'
import { paths } from '../../web/paths.ts'
import type { Language } from '../../web/words/language.ts'
import { wordsIn } from '../../web/words/index.ts'

/** The code at the head of what is attested: in letters, and as a barcode that a telephone opens on the page that checks it. */
export function printedReference(code: string, url: string, language: Language): PrintedReference {
  const own = wordsIn(language).ledger.attestations
  return {
    label: own.code,
    code,
    explanation: own.checkAt(url + paths.verification.start()),
    scan: url + paths.verification.code({ code }),
    symbology: 'qr',
  }
}
