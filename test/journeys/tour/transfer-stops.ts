import type { Page } from 'playwright-core'
import { receiveBankMessage } from '../../../src/direct-debits/receive-bank-message.ts'
import { attributeTransfer } from '../../../src/direct-debits/transfers/attribute-transfer.ts'
import { paths } from '../../../src/web/paths.ts'
import { anAgent, signedIn } from '../../support/factories.ts'
import { agentActor } from '../../support/letters.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

/** Transfers as banks pass them on: one that names a company among its words, one that nobody knows, one given back. */
export async function transferStops(site: TestSite, number: string): Promise<Stop[]> {
  const agent = await anAgent(site, { lastName: 'Cherkaoui' })
  const who = await signedIn(site, agent)
  const row = (amount: string, label: string) =>
    `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>${label.length}-${amount}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${longNames.company.replaceAll('&', '&amp;')}</Nm></Dbtr><DbtrAcct><Id><IBAN>MA64230780000000000000000039</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>${label}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  const text = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>TOUR</MsgId></GrpHdr><Ntfctn>${row('1234567.89', `VIREMENT COTISATIONS DU TROISIEME TRIMESTRE ADHERENT ${number} SELON BORDEREAU DU VINGT NOVEMBRE`)}${row('12.00', 'SANS MOTIF')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
  await receiveBankMessage(site.app, agentActor(agent), {
    name: 'notice.xml',
    bytes: Buffer.from(text),
  })
  const [long, short] = await site.database.ownerQuery<{ id: string }>(
    'select id from received_transfers order by amount_centimes desc',
  )
  const agency = paths.agency
  const [waiting, given] = [long?.id ?? '', short?.id ?? '']
  await attributeTransfer(site.app, agentActor(agent), {
    transferId: given,
    version: 1,
    employerNumber: number,
    shares: [],
  })
  const address = agency.receivedTransfer({ id: waiting })
  return [
    { name: 'transfers that wait', address: agency.receivedTransfers(), who },
    {
      name: 'transfers refunded: none',
      address: `${agency.receivedTransfers()}?etat=refunded`,
      who,
    },
    { name: 'a transfer to decide', address, who },
    { name: 'a transfer and its company', address: `${address}?adherent=${number}`, who },
    { name: 'a transfer and no company', address: `${address}?adherent=999999`, who },
    { name: 'a transfer kept without a reason', address, who, act: keepBlank },
    { name: 'a transfer of a company', address: agency.receivedTransfer({ id: given }), who },
  ]
}

async function keepBlank(page: Page): Promise<void> {
  await page.locator('form[action$="/garde"] button').first().click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}
