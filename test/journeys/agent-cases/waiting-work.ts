import { guest } from '../../../src/actors/actor.ts'
import { askForAgent } from '../../../src/agency/agents/ask-for-agent.ts'
import { askForTakeout } from '../../../src/agency/takeout/ask-for-takeout.ts'
import { receiveBankMessage } from '../../../src/direct-debits/receive-bank-message.ts'
import { raiseObjection } from '../../../src/letters/raise-objection.ts'
import { reviseClaims } from '../../../src/liquidations/claims/revise-claims.ts'
import { paths } from '../../../src/web/paths.ts'
import { paid } from '../../support/accounts.ts'
import { aSentClaim } from '../../support/claiming.ts'
import { acceptDocuments, decideClaim, grantClaim, largePension } from '../../support/deciding.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../support/factories.ts'
import { anImport } from '../../support/imports.ts'
import { agentActor, aRequestedLetter, aSubscription, signedBack } from '../../support/letters.ts'
import { aMember, aQuarterOf } from '../../support/members.ts'
import { aProposal } from '../../support/parameters.ts'
import type { TestSite } from '../../support/site.ts'

/** The post of a morning, the people declared without a number and an alert: one case or two of every kind. */
export async function waitingPost(site: TestSite, cin: string): Promise<void> {
  const company = await anEmployer(site)
  await aDelegate(site, company, { cin })
  const other = await anEmployer(site)
  await aDelegate(site, other)
  for (const kind of ['subscription', 'renewal'] as const)
    await back(site, await anEmployer(site), kind)
  await back(site, other, 'subscription')
  await opposed(site)
  for (const kind of ['password_reset', 'email_update'] as const)
    await signedBack(site, await aRequestedLetter(site, company, kind))
  await aMandate(site)
  for (const [index, lastName] of ['TAHIRI', 'SABIR'].entries())
    await aMember(site, company, {
      lastName,
      firstName: 'SALMA',
      number: String(910_000_000 + Number(company.number) * 10 + index),
      state: 'provisional',
    })
  await site.database.ownerQuery(
    `insert into reading_alerts (employer_id, reader_kind, reader_id, reader_name, members, at)
      values ($1, 'profile', $1, 'Salma Idrissi', 900, $2)`,
    [company.id, site.clock.now()],
  )
}

async function back(
  site: TestSite,
  { number, id }: TestEmployer,
  kind: 'subscription' | 'renewal',
) {
  const letterId = await aSubscription(site, { number, employerId: id, kind })
  await signedBack(site, letterId)
  return letterId
}

/** Its delegate says no to the one who would take their place. */
async function opposed(site: TestSite): Promise<void> {
  const employer = await anEmployer(site)
  await aDelegate(site, employer)
  const letterId = await back(site, employer, 'renewal')
  await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
    raiseObjection(tx, guest, site.clock.now(), { letterId, statement: 'Je suis en poste.' }),
  )
}

async function aMandate(site: TestSite): Promise<void> {
  const company = await anEmployer(site)
  const who = await signedIn(site, await aDelegate(site, company))
  const { accounts } = paths.administration
  const account = { rib: '007780000123456789012396', holder: company.name }
  await who.submit(await who.get(accounts()), account, accounts())
  const [letter] = await site.database.ownerQuery<{ id: string }>(
    `select id from letters where employer_id = $1 and kind = 'debit_mandate'`,
    [company.id],
  )
  await signedBack(site, letter?.id ?? '')
}

/** Lines and transfers of the bank, and what another supervisor asks: one case or two of every kind. */
export async function waitingMoney(site: TestSite): Promise<TestEmployer> {
  const company = await anEmployer(site)
  await fromTheBank(site)
  const asker = agentActor(await anAgent(site, { role: 'supervisor' }), 'supervisor')
  await askForTakeout(site.app, asker, { employerId: company.id, reason: 'Demande écrite' })
  const away = await anAgent(site, { state: 'suspended' })
  await askForAgent(site.app, asker, { agentId: away.id, kind: 'reactivate', reason: 'Retour' })
  await aProposal(site, asker)
  const columns = 'N° Adhérent;Raison sociale;Date d’adhésion;Ville'
  await anImport(site, 'employers', `${columns}\n${company.number};Rif Marbre SARL;;Fès\n`)
  return company
}

/** Two lines about debits that nobody asked for, two transfers that name nobody. */
async function fromTheBank(site: TestSite): Promise<void> {
  const agent = agentActor(await anAgent(site))
  const mark = String(site.clock.now().getTime()) + String((messages += 1))
  const row = (amount: string, details: string, kind = 'CRDT') =>
    `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>${kind}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>${mark}-${amount}</AcctSvcrRef><NtryDtls><TxDtls>${details}</TxDtls></NtryDtls></Ntry>`
  const transfer = '<RltdPties><Dbtr><Nm>INCONNU SARL</Nm></Dbtr></RltdPties>'
  const returned = (name: string) =>
    `<Refs><EndToEndId>PRLV-${name}</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>`
  const rows = [
    row('12.00', transfer),
    row('13.00', transfer),
    row('14.00', returned('1'), 'DBIT'),
    row('15.00', returned('2'), 'DBIT'),
  ]
  const text = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>${mark}</MsgId></GrpHdr><Ntfctn>${rows.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
  await receiveBankMessage(site.app, agent, { name: 'avis.xml', bytes: Buffer.from(text) })
}

let messages = 0

/** One to examine, one that a first agent granted above what one decides, one whose arrears were paid since. */
export async function waitingClaims(site: TestSite): Promise<void> {
  const company = await anEmployer(site)
  const clerk = await aProfile(site, company, { service: 'liquidation' })
  const who = await signedIn(site, clerk, company)
  const colleague = await signedIn(site, await anAgent(site))
  const somebody = async (index: number) => {
    const number = `${company.number}${index}00`
    const cin = `BK${company.number.slice(1)}${index}`
    const membershipId = await aMember(site, company, {
      lastName: 'BENNANI',
      firstName: `YOUSSEF ${index}`,
      number,
      cin,
      bornOn: '1966-11-30',
    })
    return { membershipId, cin }
  }
  await aSentClaim(who, await somebody(1))
  const large = await aSentClaim(who, await somebody(2))
  await acceptDocuments(colleague, large)
  await decideClaim(colleague, large, largePension)
  const poor = await somebody(3)
  await aQuarterOf(site, company, [poor.membershipId], { quarter: '2026T1', salary: '30000' })
  const single = await aSentClaim(who, { ...poor, kind: 'single_payment' })
  await grantClaim(colleague, single, { raison: 'Barème.', annuelle: '', unique: '5000' })
  await paid(site, company, { amount: '4140', on: '2026-11-20' })
  await reviseClaims(site.app)
}
