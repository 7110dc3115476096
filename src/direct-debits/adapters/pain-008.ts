import { isoTimeAt } from '../../calendar/index.ts'
import { ibanOf, type Rib } from '../../employers/rib.ts'
import { decimalString, sum } from '../../money/index.ts'
import type { Collection, CollectionAdapter, CollectionEntry } from '../collection-file.ts'
import { latinName } from '../latin-name.ts'

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.02'

/** ISO 20022 customer direct debit initiation, version 2 (product E5). The same collection always gives the same bytes. */
export const pain008: CollectionAdapter = {
  id: 'pain.008.001.02',
  mediaType: 'application/xml',
  fileName: ({ reference }) => `${reference}.xml`,
  write: writePain008,
  check,
}

function writePain008(collection: Collection): string {
  const { reference, madeAt, collectOn, creditor, entries } = collection
  const counts = `<NbOfTxs>${entries.length}</NbOfTxs><CtrlSum>${totalText(entries)}</CtrlSum>`
  const creditorName = element('Nm', latinName(creditor.name, 70))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<Document xmlns="${namespace}"><CstmrDrctDbtInitn>`,
    `<GrpHdr>${element('MsgId', reference)}${element('CreDtTm', isoTimeAt(madeAt))}${counts}`,
    `<InitgPty>${creditorName}</InitgPty></GrpHdr>\n`,
    `<PmtInf>${element('PmtInfId', `${reference}-1`)}<PmtMtd>DD</PmtMtd>${counts}`,
    `${element('ReqdColltnDt', collectOn)}<Cdtr>${creditorName}</Cdtr>`,
    `<CdtrAcct><Id>${element('IBAN', ibanOf(creditor.rib))}</Id><Ccy>MAD</Ccy></CdtrAcct>`,
    `${agent('CdtrAgt', creditor.rib)}\n`,
    ...entries.map(writeEntry),
    '</PmtInf></CstmrDrctDbtInitn></Document>\n',
  ].join('')
}

function writeEntry(entry: CollectionEntry): string {
  return [
    `<DrctDbtTxInf><PmtId>${element('EndToEndId', entry.endToEndId)}</PmtId>`,
    `<InstdAmt Ccy="MAD">${decimalString(entry.amount)}</InstdAmt>`,
    `<DrctDbtTx><MndtRltdInf>${element('MndtId', entry.mandateReference)}`,
    `${element('DtOfSgntr', entry.mandateSignedOn)}</MndtRltdInf></DrctDbtTx>`,
    agent('DbtrAgt', entry.rib),
    `<Dbtr>${element('Nm', latinName(entry.debtorName, 70))}</Dbtr>`,
    `<DbtrAcct><Id>${element('IBAN', ibanOf(entry.rib))}</Id></DbtrAcct>`,
    `<RmtInf>${element('Ustrd', entry.endToEndId)}</RmtInf></DrctDbtTxInf>\n`,
  ].join('')
}

/** Moroccan banks are known by the first three digits of their accounts; their BIC is not needed to find them [I]. */
function agent(tag: string, rib: Rib): string {
  return `<${tag}><FinInstnId><ClrSysMmbId>${element('MmbId', rib.slice(0, 3))}</ClrSysMmbId></FinInstnId></${tag}>`
}

function element(tag: string, content: string): string {
  return `<${tag}>${escapeText(content)}</${tag}>`
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Counts and sums as the file says them, and the characters that no bank takes. */
function check({ entries }: Collection, text: string): string[] {
  const written = text.match(/<DrctDbtTxInf>/g)?.length ?? 0
  const sums = [...text.matchAll(/<CtrlSum>([^<]*)<\/CtrlSum>/g)].map((one) => one[1])
  const total = totalText(entries)
  const faults: [boolean, string][] = [
    [written !== entries.length, `${written} entries written for ${entries.length}`],
    [sums.length !== 2 || sums.some((one) => one !== total), 'the control sum is not the sum'],
    [/[^\P{Cc}\n]|\p{Bidi_Control}/u.test(text), 'a character that no bank takes'],
  ]
  return faults.flatMap(([isWrong, sentence]) => (isWrong ? [sentence] : []))
}

function totalText(entries: readonly CollectionEntry[]): string {
  return decimalString(sum(entries.map((one) => one.amount)))
}
