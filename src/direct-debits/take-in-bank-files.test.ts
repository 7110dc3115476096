import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { takeInBankFiles } from './take-in-bank-files.ts'

let site: TestSite
let inbox: string

beforeAll(async () => {
  site = await openSite()
  inbox = site.app.config.bankInbox ?? ''
})
afterAll(() => site.close())

const notice = (id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>${id}</MsgId></GrpHdr><Ntfctn>
<Ntry><Amt Ccy="MAD">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt><AcctSvcrRef>${id}</AcctSvcrRef></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`

describe('the inbox of the bank’s files', () => {
  it('is empty before anything was ever left in it', async () => {
    expect(await takeInBankFiles(site.app)).toEqual({ taken: 0, refused: 0 })
  })

  it('takes whole files by the clockwork, once; puts aside what it cannot read, and says so', async () => {
    await mkdir(inbox, { recursive: true })
    await writeFile(path.join(inbox, 'a.xml'), notice('A'))
    await writeFile(path.join(inbox, 'again.xml'), notice('A'))
    await writeFile(path.join(inbox, 'b.xml'), '<!DOCTYPE x><x/>')
    await writeFile(path.join(inbox, 'c.xml.part'), notice('C'))
    expect(await takeInBankFiles(site.app)).toEqual({ taken: 2, refused: 1 })
    expect((await readdir(inbox)).sort()).toEqual(['c.xml.part', 'done', 'refused'])
    expect(await readdir(path.join(inbox, 'done'))).toHaveLength(2)
    const messages = await site.database.ownerQuery('select received_by from bank_messages')
    expect(messages).toEqual([{ received_by: null }])
    const transfers = await site.database.ownerQuery('select state from received_transfers')
    expect(transfers).toEqual([{ state: 'to_decide' }])
    const trail = await site.database.ownerQuery(
      `select action, details->>'reason' as reason from audit_events where action like 'bank_message.%' order by action`,
    )
    expect(trail).toEqual([
      { action: 'bank_message.received', reason: null },
      { action: 'bank_message.refused', reason: 'debits.message_doctype' },
    ])
    expect(await takeInBankFiles(site.app)).toEqual({ taken: 0, refused: 0 })
  })
})
