import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findProjectRoot } from '../../platform/project-root.ts'
import { readBankMessage } from './read-message.ts'

const samples = path.join(findProjectRoot(), '../shared/iso20022/samples')
const bytes = (text: string) => Buffer.from(text, 'utf8')
const iso = (name: string) => `urn:iso:std:iso:20022:tech:xsd:${name}`

const report = (version: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${iso(`pain.002.001.${version}`)}"><CstmrPmtStsRpt><GrpHdr><MsgId>B-1</MsgId></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>COL-2026-000001</OrgnlMsgId></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><TxInfAndSts><StsId>S1</StsId><OrgnlEndToEndId>OP-005839-000001</OrgnlEndToEndId><TxSts>RJCT</TxSts>
<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
<TxInfAndSts><OrgnlEndToEndId>OP-005839-000002</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`

const notice = (version: string, status: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${iso(`camt.054.001.${version}`)}"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N-1</MsgId></GrpHdr><Ntfctn>
<Ntry><Amt Ccy="MAD">14490.12</Amt><CdtDbtInd>CRDT</CdtDbtInd>${status}<BookgDt><Dt>2026-12-02</Dt></BookgDt>
<AcctSvcrRef>R1</AcctSvcrRef><NtryDtls>
<TxDtls><Refs><EndToEndId>OP-005839-000001</EndToEndId></Refs><Amt Ccy="MAD">14490.11</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>
<TxDtls><Refs><EndToEndId>OP-005839-000002</EndToEndId></Refs><Amt Ccy="MAD">0.01</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf><RmtInf><Ustrd>retour</Ustrd></RmtInf></TxDtls>
</NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`

async function amountsIn(message: string) {
  const read = await readBankMessage(bytes(message))
  if (!read.ok) throw new Error(read.reason)
  return read.message.movements.map(({ amount }) => amount)
}

describe('what a bank sends (E5)', () => {
  it('says which orders it refuses, and why, whatever the version of the message', async () => {
    for (const version of ['03', '10', '03.ch.02']) {
      const read = await readBankMessage(bytes(report(version)))
      expect(read).toMatchObject({
        ok: true,
        message: {
          kind: 'pain.002',
          messageId: 'B-1',
          about: 'COL-2026-000001',
          movements: [
            {
              endToEndId: 'OP-005839-000001',
              outcome: 'rejected',
              reason: 'AC04',
              bankReference: 'S1',
            },
            { endToEndId: 'OP-005839-000002', outcome: 'accepted', reason: '' },
          ],
        },
      })
    }
  })

  it('says what arrived and what came back, by transaction', async () => {
    for (const [version, status] of [
      ['02', '<Sts>BOOK</Sts>'],
      ['08', '<Sts><Cd>BOOK</Cd></Sts>'],
    ] as const) {
      const read = await readBankMessage(bytes(notice(version, status)))
      expect(read).toMatchObject({
        ok: true,
        message: {
          kind: 'camt.054',
          movements: [
            {
              outcome: 'settled',
              amount: 1_449_011n,
              bookedOn: '2026-12-02',
              bankReference: 'R1/1',
            },
            { outcome: 'rejected', amount: 1n, reason: 'AM04', remittance: 'retour' },
          ],
        },
      })
    }
  })

  it('is only what is booked: what is announced does not count yet', async () => {
    const read = await readBankMessage(bytes(notice('04', '<Sts>PDNG</Sts>')))
    expect(read).toMatchObject({ ok: true, message: { movements: [] } })
  })

  it('AT86: with a document type, an entity or an inclusion, is refused before it is read', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Document>&b;</Document>'
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document>&a;</Document>'
    const inclusion =
      '<Document xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></Document>'
    for (const text of [bomb, outside, inclusion, ` \n${outside.toLowerCase()}`]) {
      expect(await readBankMessage(bytes(text))).toEqual({ ok: false, reason: 'doctype' })
    }
    const hidden = Buffer.from(`\ufeff${outside}`, 'utf16le')
    expect(await readBankMessage(hidden)).toEqual({ ok: false, reason: 'not_xml' })
    const utf7 = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-'
    expect(await readBankMessage(bytes(utf7))).toEqual({ ok: false, reason: 'not_xml' })
  })

  it('is told apart from what is no message, no XML, or no dirham', async () => {
    expect(await readBankMessage(bytes('<Document xmlns="urn:x"/>'))).toEqual({
      ok: false,
      reason: 'unknown_message',
    })
    expect(await readBankMessage(bytes('pas du XML'))).toEqual({ ok: false, reason: 'not_xml' })
    expect(await readBankMessage(bytes(notice('04', '').replaceAll('MAD', 'EUR')))).toEqual({
      ok: false,
      reason: 'other_currency',
    })
  })

  it('never takes the sum of a booking for each of its transactions', async () => {
    const whole = notice('08', '')
    const unsaid = whole.replaceAll(/<Amt Ccy="MAD">(?:14490\.11|0\.01)<\/Amt>/g, '')
    const [one, other] = await amountsIn(unsaid)
    expect([one, other]).toEqual([null, null])
    const alone = whole.replace(/<TxDtls><Refs><EndToEndId>OP-005839-000002[^]*?<\/TxDtls>/, '')
    expect(await amountsIn(alone.replace('<Amt Ccy="MAD">14490.11</Amt>', ''))).toEqual([
      1_449_012n,
    ])
  })

  it.each([
    ['14490.1', 1_449_010n],
    ['14490', 1_449_000n],
    ['14490.11000', 1_449_011n],
    ['0014490.11', 1_449_011n],
  ])('reads «%s» as ISO 20022 writes it', async (text, amount) => {
    const [read] = await amountsIn(notice('08', '').replace('>14490.11<', `>${text}<`))
    expect(read).toBe(amount)
  })

  it.each(['14,490.11', '14.490,11', '14490,11', '14 490.11', '14490.115', '-1', '1e3', '', '.5'])(
    'takes nothing of a message that writes «%s» for an amount',
    async (text) => {
      const message = notice('08', '').replace('>14490.11<', `>${text}<`)
      expect(await readBankMessage(bytes(message))).toEqual({ ok: false, reason: 'other_amount' })
    },
  )

  it.skipIf(!existsSync(samples))(
    'reads the samples of other banks, where they are at hand',
    async () => {
      for (const name of readdirSync(samples).filter((one) => /pain002|camt/.test(one))) {
        const text = readFileSync(path.join(samples, name), 'utf8').replaceAll(
          'Ccy="CHF"',
          'Ccy="MAD"',
        )
        const read = await readBankMessage(bytes(text))
        expect([name, read.ok]).toEqual([name, true])
      }
    },
  )
})
