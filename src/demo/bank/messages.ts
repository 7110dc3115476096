import { decimalString } from '../../money/index.ts'
import { ibanOf, parseRib } from '../../employers/rib.ts'
import type { BankDay, DebitAnswer, SentTransfer } from './answers.ts'

/** One file that the bank sends. */
export interface BankFile {
  readonly name: string
  readonly text: string
}

/** Everything the bank says of one day: the report on a collection, the notice of what moved, the statement of the day. */
export function bankFiles(day: BankDay, own: string): BankFile[] {
  const { collection } = day
  const moved = day.transfers.length + (collection?.answers.filter(hasMoved).length ?? 0)
  return [
    ...(collection ? [{ name: `${own}.pain.002.xml`, text: statusReport(day, own) }] : []),
    ...(moved > 0
      ? [
          { name: `${own}.camt.054.xml`, text: statement(day, own, notice) },
          { name: `${own}.camt.053.xml`, text: statement(day, own, endOfDay) },
        ]
      : []),
  ]
}

function hasMoved({ outcome }: DebitAnswer): boolean {
  return outcome !== 'refused'
}

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = (message: string) => `urn:iso:std:iso:20022:tech:xsd:${message}`
const instant = (at: Date) => at.toISOString().slice(0, 19)

/** pain.002: which debits the bank refuses before trying, and which it takes. */
function statusReport({ at, collection }: BankDay, own: string): string {
  const answers = collection?.answers ?? []
  const refused = answers.filter(({ outcome }) => outcome === 'refused').length
  const status = refused === 0 ? 'ACCP' : refused === answers.length ? 'RJCT' : 'PART'
  return [
    prolog,
    `<Document xmlns="${namespace('pain.002.001.03')}"><CstmrPmtStsRpt>`,
    `<GrpHdr>${element('MsgId', `${own}-P2`)}${element('CreDtTm', instant(at))}</GrpHdr>\n`,
    `<OrgnlGrpInfAndSts>${element('OrgnlMsgId', collection?.reference ?? '')}`,
    `<OrgnlMsgNmId>pain.008</OrgnlMsgNmId>${element('GrpSts', status)}</OrgnlGrpInfAndSts>\n`,
    `<OrgnlPmtInfAndSts>${element('OrgnlPmtInfId', `${collection?.reference ?? ''}-1`)}\n`,
    ...answers.map(
      ({ endToEndId, outcome, reason, bankReference }) =>
        `<TxInfAndSts>${element('StsId', bankReference)}${element('OrgnlEndToEndId', endToEndId)}${
          outcome === 'refused'
            ? `<TxSts>RJCT</TxSts><StsRsnInf><Rsn>${element('Cd', reason)}</Rsn></StsRsnInf>`
            : '<TxSts>ACSP</TxSts>'
        }</TxInfAndSts>\n`,
    ),
    '</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>\n',
  ].join('')
}

const notice = {
  message: 'camt.054.001.04',
  root: 'BkToCstmrDbtCdtNtfctn',
  each: 'Ntfctn',
  id: 'N',
}
const endOfDay = { message: 'camt.053.001.04', root: 'BkToCstmrStmt', each: 'Stmt', id: 'S' }

/** camt.054 as things move, camt.053 at the end of the day: the same movements, under the same references of the bank. */
function statement(day: BankDay, own: string, { message, root, each, id }: typeof notice): string {
  const header = `${element('MsgId', `${own}-${id}`)}${element('CreDtTm', instant(day.at))}`
  return [
    prolog,
    `<Document xmlns="${namespace(message)}"><${root}><GrpHdr>${header}</GrpHdr>\n`,
    `<${each}>${element('Id', `${own}-${id}1`)}\n`,
    ...(day.collection?.answers ?? []).filter(hasMoved).map((one) => debitEntry(one, day)),
    ...day.transfers.map((one) => transferEntry(one, day)),
    `</${each}></${root}></Document>\n`,
  ].join('')
}

function debitEntry(answer: DebitAnswer, day: BankDay): string {
  const returned = answer.outcome === 'returned'
  return entry(day, answer, {
    direction: returned ? 'DBIT' : 'CRDT',
    details: [
      `<Refs>${element('EndToEndId', answer.endToEndId)}</Refs>`,
      ...(returned ? [`<RtrInf><Rsn>${element('Cd', answer.reason)}</Rsn></RtrInf>`] : []),
    ],
  })
}

function transferEntry(transfer: SentTransfer, day: BankDay): string {
  const rib = transfer.payerRib === null ? null : parseRib(transfer.payerRib)
  return entry(day, transfer, {
    direction: 'CRDT',
    details: [
      `<Refs>${element('EndToEndId', transfer.reference || 'NOTPROVIDED')}</Refs>`,
      `<RltdPties><Dbtr>${element('Nm', transfer.payerName)}</Dbtr>`,
      rib?.ok ? `<DbtrAcct><Id>${element('IBAN', ibanOf(rib.value))}</Id></DbtrAcct>` : '',
      '</RltdPties>',
      transfer.label ? `<RmtInf>${element('Ustrd', transfer.label)}</RmtInf>` : '',
    ],
  })
}

interface Entry {
  readonly direction: 'CRDT' | 'DBIT'
  readonly details: readonly string[]
}

function entry(
  { on }: BankDay,
  { amount, bankReference }: Pick<SentTransfer, 'amount' | 'bankReference'>,
  { direction, details }: Entry,
): string {
  return [
    `<Ntry><Amt Ccy="MAD">${decimalString(amount)}</Amt>${element('CdtDbtInd', direction)}<Sts>BOOK</Sts>`,
    `<BookgDt>${element('Dt', on)}</BookgDt><ValDt>${element('Dt', on)}</ValDt>`,
    `${element('AcctSvcrRef', bankReference)}<NtryDtls><TxDtls>${details.join('')}</TxDtls></NtryDtls></Ntry>\n`,
  ].join('')
}

function element(tag: string, content: string): string {
  const safe = content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<${tag}>${safe}</${tag}>`
}
