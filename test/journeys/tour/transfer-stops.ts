import type { Page } from 'playwright-core'
import { receiveBankMessage } from '../../../src/direct-debits/receive-bank-message.ts'
import { attributeTransfer } from '../../../src/direct-debits/transfers/attribute-transfer.ts'
import { splitTransfer } from '../../../src/direct-debits/transfers/split-transfer.ts'
import { centimes } from '../../../src/money/index.ts'
import { paths } from '../../../src/web/paths.ts'
import { anAgent, anEmployer, signedIn } from '../../support/factories.ts'
import { agentActor } from '../../support/letters.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

/** Transfers as banks pass them on: one that names a company among its words, one that nobody knows, one given back. */
export async function transferStops(site: TestSite, number: string): Promise<Stop[]> {
  const agent = await anAgent(site, { lastName: 'Cherkaoui' })
  const who = await signedIn(site, agent)
  const row = (amount: string, label: string) =>
    `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>${label.length}-${amount}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${longNames.company.replaceAll('&', '&amp;')}</Nm></Dbtr><DbtrAcct><Id><IBAN>MA64230780000000000000000039</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>${label}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  // Told twice under one reference: the second is a question.
  const long = row(
    '1234567.89',
    `VIREMENT COTISATIONS DU TROISIEME TRIMESTRE ADHERENT ${number} SELON BORDEREAU DU VINGT NOVEMBRE`,
  )
  const text = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>TOUR</MsgId></GrpHdr><Ntfctn>${long}${long}${row('30.00', 'POUR DEUX')}${row('12.00', 'SANS MOTIF')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
  await receiveBankMessage(site.app, agentActor(agent), {
    name: 'notice.xml',
    bytes: Buffer.from(text),
  })
  const [first, both, short] = await site.database.ownerQuery<{ id: string }>(
    'select id from received_transfers order by amount_centimes desc',
  )
  const agency = paths.agency
  const [waiting, shared, given] = [first?.id ?? '', both?.id ?? '', short?.id ?? '']
  await attributeTransfer(site.app, agentActor(agent), {
    transferId: given,
    version: 1,
    employerNumber: number,
    shares: [],
  })
  const other = await anEmployer(site, { name: longNames.company })
  await splitTransfer(site.app, agentActor(agent), {
    transferId: shared,
    version: 1,
    parts: [
      { employerNumber: number, amount: centimes(2_500n) },
      { employerNumber: other.number, amount: centimes(500n) },
    ],
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
    { name: 'a transfer to split', address: agency.splitTransfer({ id: waiting }), who },
    {
      name: 'a transfer split for less than it is',
      address: agency.splitTransfer({ id: waiting }),
      who,
      act: (page) => split(page, [number, '1 000,00'], [other.number, '234 567,88']),
    },
    {
      name: 'a transfer about to be split',
      address: agency.splitTransfer({ id: waiting }),
      who,
      act: (page) => split(page, [number, '1 000 000,00'], [other.number, '234 567,89']),
    },
    { name: 'a transfer of two companies', address: agency.receivedTransfer({ id: shared }), who },
    { name: 'a transfer of a company', address: agency.receivedTransfer({ id: given }), who },
  ]
}

async function keepBlank(page: Page): Promise<void> {
  await page.locator('form[action$="/garde"] button').first().click()
  await page.locator('[role=alert], .error-summary').first().waitFor()
}

async function split(page: Page, ...parts: readonly (readonly [string, string])[]): Promise<void> {
  for (const [index, [number, amount]] of parts.entries()) {
    await page.locator(`[name=adherent-${index + 1}]`).fill(number)
    await page.locator(`[name=montant-${index + 1}]`).fill(amount)
  }
  await page.locator('button[value=verifier]').click()
  await page
    .locator('[role=alert], .error-summary, [name=vu]')
    .first()
    .waitFor({ state: 'attached' })
}
