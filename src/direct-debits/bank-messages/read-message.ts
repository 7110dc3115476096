import type { XmlElement } from 'libxml2-wasm'
import { type LocalDate, parseLocalDate } from '../../calendar/index.ts'
import { parseRib } from '../../employers/rib.ts'
import type { Dirhams } from '../../money/index.ts'
import { openXml } from '../../platform/xml/open-xml.ts'
import { readIsoAmount } from './iso-amount.ts'
import type { BankMessage, Movement, ReadMessage, Unreadable } from './movement.ts'

const most = 200_000

class Stop extends Error {
  readonly reason: Unreadable
  constructor(reason: Unreadable) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Reads what a bank sends (product E5): pain.002, camt.053, camt.054, whatever their version. Never throws on content; a file that
 * declares a document type is refused before any parser sees it (quality AT86).
 */
export async function readBankMessage(bytes: Uint8Array): Promise<ReadMessage> {
  const opened = await openXml(bytes)
  if (!opened.ok) return opened
  using document = opened.document
  try {
    const message = readRoot(document.root)
    return message ? { ok: true, message } : { ok: false, reason: 'unknown_message' }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, reason: error.reason }
    throw error
  }
}

function readRoot(root: XmlElement): BankMessage | null {
  // The namespace names the message and its version: «…pain.002.001.03», with or without a country's own ending.
  const family = /(pain\.002|camt\.053|camt\.054)\.001\.(\d\d)/.exec(root.namespaceUri)?.[1]
  if (family === 'pain.002') return readStatusReport(root)
  if (family === 'camt.053') return readStatement(root, 'camt.053', './*/*[local-name()="Stmt"]')
  if (family === 'camt.054') return readStatement(root, 'camt.054', './*/*[local-name()="Ntfctn"]')
  return null
}

function readStatusReport(root: XmlElement): BankMessage {
  const report = child(root, 'CstmrPmtStsRpt')
  const group = report && child(report, 'OrgnlGrpInfAndSts')
  const about = group ? textOf(group, 'OrgnlMsgId') : ''
  const movements: Movement[] = []
  const rows = report ? all(report, './/*[local-name()="TxInfAndSts"]') : []
  for (const row of rows) {
    const status = textOf(row, 'TxSts')
    add(movements, {
      endToEndId: textOf(row, 'OrgnlEndToEndId'),
      outcome: status === 'RJCT' ? 'rejected' : 'accepted',
      amount: null,
      bookedOn: null,
      reason: status === 'RJCT' ? reasonOf(row) : '',
      bankReference: textOf(row, 'StsId'),
      remittance: '',
      ...noPayer,
    })
  }
  return { kind: 'pain.002', messageId: messageIdOf(report), about, movements }
}

function readStatement(root: XmlElement, kind: 'camt.053' | 'camt.054', path: string): BankMessage {
  const movements: Movement[] = []
  for (const statement of all(root, path)) {
    for (const entry of all(statement, './*[local-name()="Ntry"]')) readEntry(entry, movements)
  }
  const first = all(root, './*')[0] ?? null
  return { kind, messageId: messageIdOf(first), about: '', movements }
}

/** One booking, with the transactions that it sums up when the bank tells them. */
function readEntry(entry: XmlElement, movements: Movement[]): void {
  const details = all(entry, './*[local-name()="NtryDtls"]/*[local-name()="TxDtls"]')
  const status = textOf(entry, 'Sts') || textOf(child(entry, 'Sts'), 'Cd')
  if (status && status !== 'BOOK') return
  const booked = child(entry, 'BookgDt') ?? child(entry, 'ValDt')
  const bookedOn = dayOf(textOf(booked, 'Dt') || textOf(booked, 'DtTm').slice(0, 10))
  const rows = details.length > 0 ? details : [entry]
  const references = referencesOf(entry, details)
  for (const [index, row] of rows.entries()) {
    const refs = child(row, 'Refs')
    const isReversal = textOf(entry, 'RvslInd') === 'true' || child(row, 'RtrInf') !== null
    const direction = textOf(row, 'CdtDbtInd') || textOf(entry, 'CdtDbtInd')
    const isDebit = direction === 'DBIT'
    add(movements, {
      endToEndId: textOf(refs, 'EndToEndId'),
      outcome: isReversal || isDebit ? 'rejected' : 'settled',
      // Of several booked in one sum, the sum is nobody's.
      amount: amountOf(row) ?? (rows.length === 1 ? amountOf(entry) : null),
      bookedOn,
      reason: isReversal || isDebit ? reasonOf(row) : '',
      bankReference: references[index] ?? '',
      remittance: all(row, './/*[local-name()="Ustrd"]')
        .map((one) => one.content.trim())
        .join(' ')
        .slice(0, 500),
      ...(isReversal || isDebit ? noPayer : payerOf(row)),
    })
  }
}

/**
 * The bank's own reference of each transaction of a booking: its own, or that of the booking with its place there, which tells apart those
 * that the bank gives one reference. Without any, none: a place alone names nothing.
 */
function referencesOf(entry: XmlElement, details: readonly XmlElement[]): string[] {
  const whole = textOf(entry, 'AcctSvcrRef') || textOf(entry, 'NtryRef')
  if (details.length === 0) return [whole]
  const own = details.map((row) => textOf(child(row, 'Refs'), 'AcctSvcrRef'))
  return own.map((reference, index) => {
    const isItsOwn = reference !== '' && own.indexOf(reference) === own.lastIndexOf(reference)
    const named = reference || whole
    return named === '' || isItsOwn || own.length === 1 ? named : `${named}/${index + 1}`
  })
}

const noPayer = { payerName: '', payerRib: '', creditorReference: '' }

/** Who sent the money, by whichever version of the message: «Dbtr», or «Dbtr» and its «Pty». */
function payerOf(row: XmlElement): typeof noPayer {
  const [name] = all(
    row,
    './*[local-name()="RltdPties"]/*[local-name()="Dbtr"]/descendant-or-self::*/*[local-name()="Nm"]',
  )
  const [account] = all(
    row,
    './*[local-name()="RltdPties"]/*[local-name()="DbtrAcct"]/*[local-name()="Id"]//*[local-name()="IBAN" or local-name()="Id"]',
  )
  const [reference] = all(row, './/*[local-name()="CdtrRefInf"]/*[local-name()="Ref"]')
  return {
    payerName: (name?.content ?? '').trim().slice(0, 140),
    payerRib: ribIn(account?.content ?? ''),
    creditorReference: (reference?.content ?? '').trim().slice(0, 35),
  }
}

/** Of an IBAN of here, or of 24 digits whose key is right; anything else is no account that a company could have here. */
function ribIn(account: string): string {
  const parsed = parseRib(account)
  return parsed.ok ? parsed.value : ''
}

function add(movements: Movement[], movement: Omit<Movement, 'position'>): void {
  if (movements.length === most) throw new Stop('too_many')
  movements.push({ ...movement, position: movements.length + 1 })
}

function messageIdOf(element: XmlElement | null): string {
  return textOf(element && child(element, 'GrpHdr'), 'MsgId')
}

function reasonOf(row: XmlElement): string {
  const [code] = all(row, './/*[local-name()="Rsn"]/*[local-name()="Cd" or local-name()="Prtry"]')
  return (code?.content ?? '').trim().slice(0, 35)
}

function amountOf(row: XmlElement): Dirhams | null {
  const [amount] = all(
    row,
    './*[local-name()="Amt"] | ./*[local-name()="AmtDtls"]/*[local-name()="TxAmt"]/*[local-name()="Amt"]',
  )
  if (!amount) return null
  if (amount.attr('Ccy')?.value !== 'MAD') throw new Stop('other_currency')
  const read = readIsoAmount(amount.content.trim())
  if (read === undefined) throw new Stop('other_amount')
  return read
}

function dayOf(text: string): LocalDate | null {
  const parsed = parseLocalDate(text)
  return parsed.ok ? parsed.value : null
}

function all(element: XmlElement, xpath: string): XmlElement[] {
  return element.find(xpath) as XmlElement[]
}

function child(element: XmlElement, name: string): XmlElement | null {
  return all(element, `./*[local-name()="${name}"]`)[0] ?? null
}

function textOf(element: XmlElement | null, name: string): string {
  return ((element && child(element, name))?.content ?? '').trim().slice(0, 140)
}
