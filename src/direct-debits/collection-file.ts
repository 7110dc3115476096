import type { LocalDate } from '../calendar/index.ts'
import { type Rib, ibanOf } from '../employers/rib.ts'
import { decimalString, type Dirhams, sum } from '../money/index.ts'

/** Who is paid. */
export interface Creditor {
  readonly name: string
  readonly rib: Rib
}

/** One debit: one order of one company. */
export interface CollectionEntry {
  /** Of the order: what the bank sends back to say which one it answers. */
  readonly endToEndId: string
  readonly amount: Dirhams
  readonly debtorName: string
  readonly rib: Rib
  readonly mandateReference: string
  readonly mandateSignedOn: LocalDate
}

export interface Collection {
  readonly reference: string
  readonly collectOn: LocalDate
  readonly madeAt: Date
  readonly creditor: Creditor
  readonly entries: readonly CollectionEntry[]
}

/** How a bank wants its collections: the default is ISO 20022; a bank's own layout is another of these. */
export interface CollectionAdapter {
  readonly id: string
  readonly fileName: (collection: Collection) => string
  readonly mediaType: string
  readonly write: (collection: Collection) => string
}

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.02'

/** ISO 20022 customer direct debit initiation, version 2 (product E5). The same collection always gives the same bytes. */
export const pain008: CollectionAdapter = {
  id: 'pain.008.001.02',
  mediaType: 'application/xml',
  fileName: ({ reference }) => `${reference}.xml`,
  write: writePain008,
}

function writePain008(collection: Collection): string {
  const { reference, madeAt, collectOn, creditor, entries } = collection
  const counts = `<NbOfTxs>${entries.length}</NbOfTxs><CtrlSum>${totalText(entries)}</CtrlSum>`
  const creditorName = element('Nm', latinName(creditor.name, 70))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<Document xmlns="${namespace}"><CstmrDrctDbtInitn>`,
    `<GrpHdr>${element('MsgId', reference)}${element('CreDtTm', madeAt.toISOString().slice(0, 19))}${counts}`,
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

export function totalText(entries: readonly CollectionEntry[]): string {
  return decimalString(sum(entries.map((one) => one.amount)))
}

function element(tag: string, content: string): string {
  return `<${tag}>${escapeText(content)}</${tag}>`
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/**
 * A name in the characters that every bank takes (ISO 20022, basic Latin set): accents off, anything else a space, cut to the
 * field. A name of which nothing remains is written «NOTPROVIDED», as the standard does.
 */
export function latinName(name: string, most: number): string {
  const plain = name
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[’‘`´]/g, "'")
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .trim()
  return plain || 'NOTPROVIDED'
}
