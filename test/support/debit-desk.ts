import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { AgentActor } from '../../src/actors/actor.ts'
import { makeCollection } from '../../src/direct-debits/make-collection.ts'
import { listOpenDues } from '../../src/payments/store/dues.ts'
import { paths } from '../../src/web/paths.ts'
import { anAgent, signedIn, type TestPerson } from './factories.ts'
import { aPayingCompany, orderOf, type Paying } from './paying.ts'
import { openSite, type TestSite } from './site.ts'

/** The day of these tests. */
export const today = '2026-11-24'

/** An agent at the desk of direct debits, and a company that owes a quarter, anew before each test. */
export function aDebitDeskEachTime() {
  const at = {} as { site: TestSite; agent: TestPerson; paying: Paying }
  beforeAll(async () => {
    at.site = await openSite()
    at.agent = await anAgent(at.site)
  })
  afterAll(() => at.site.close())
  beforeEach(async () => {
    at.site.clock.set(`${today}T10:00:00Z`)
    at.paying = await aPayingCompany(at.site)
  })

  const actor = (): AgentActor => ({
    kind: 'agent',
    id: at.agent.id,
    name: 'Ghita Bennis',
    sessionId: 's',
    stage: 'full',
    role: 'agent',
  })

  const openAmount = () =>
    at.site.app.db.transaction({ as: 'employer', employerId: at.paying.company.id }, async (tx) =>
      (await listOpenDues(tx, at.paying.company.id)).reduce((total, one) => total + one.amount, 0n),
    )

  const stateOf = async (id: string) => (await orderOf(at.site, at.paying, id)).state
  const referenceOf = async (id: string) => (await orderOf(at.site, at.paying, id)).reference

  async function collected(): Promise<{ id: string; text: string }> {
    const made = await makeCollection(at.site.app, actor())
    if (made.outcome !== 'made') throw new Error('nothing was due')
    const [row] = await at.site.database.ownerQuery<{ sha256: Buffer }>(
      'select sha256 from collections where id = $1',
      [made.id],
    )
    if (!row) throw new Error('no collection')
    return { id: made.id, text: (await at.site.app.files.read(row.sha256)).toString('utf8') }
  }

  async function send(text: string, name = 'banque.xml') {
    const visitor = await signedIn(at.site, at.agent)
    const page = await visitor.get(paths.agency.bankMessages())
    const file = new File([text], name, { type: 'application/xml' })
    return visitor.submit(page, { fichier: file }, paths.agency.bankMessages())
  }

  return Object.assign(at, { actor, openAmount, stateOf, referenceOf, collected, send })
}

/** What the bank says of debits: money that came, or that went back for a reason. */
export const notice = (
  ...rows: { reference: string; amount: string; back?: string; day?: string }[]
) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N-${Math.random()}</MsgId></GrpHdr><Ntfctn>
${rows
  .map(
    ({ reference, amount, back, day = '2026-11-26' }) =>
      `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>${back ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt>
<AcctSvcrRef>R-${reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>
${back ? `<RtrInf><Rsn><Cd>${back}</Cd></Rsn></RtrInf>` : ''}</TxDtls></NtryDtls></Ntry>`,
  )
  .join('\n')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
