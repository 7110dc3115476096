import { randomUUID } from 'node:crypto'
import { ibanOf, parseRib } from '../../src/employers/rib.ts'
import { rebuildLedger } from '../../src/ledger/rebuild-ledger.ts'
import { drawUpTransfer } from '../../src/payments/transfers/draw-up-transfer.ts'
import { shareName } from '../../src/ledger/transfers/transfer-order.ts'
import { centimes } from '../../src/money/index.ts'
import { listOpenDues } from '../../src/payments/store/dues.ts'
import { paths } from '../../src/web/paths.ts'
import { anAgent, aProfile, signedIn, type TestPerson } from './factories.ts'
import { aPayingCompany, owed, owedAmount, type Paying } from './paying.ts'
import { openSite, type TestSite } from './site.ts'
import type { Screen } from './visitor.ts'

export const knownRib = '007780000123456789012396'
export const unknownRib = '230780000000000000000039'

export interface Sent {
  readonly amount: string
  readonly reference?: string
  readonly structured?: string
  readonly label?: string
  readonly from?: string
  readonly payer?: string
  /** The bank's own; empty when it gives none. */
  readonly bank?: string
}

const ibanFor = (text: string) => {
  const parsed = parseRib(text)
  return parsed.ok ? ibanOf(parsed.value) : text
}

/** As the bank writes it: a statement (053) or a notice (054). */
export function message(kind: '053' | '054', rows: readonly Sent[]): string {
  const [root, each] =
    kind === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const entry = ({
    amount,
    reference,
    structured,
    label,
    from,
    payer,
    bank = randomUUID(),
  }: Sent) =>
    `<Ntry><Amt Ccy="MAD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt>
<AcctSvcrRef>${bank}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${reference ?? 'NOTPROVIDED'}</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>${payer ?? 'X'}</Nm></Dbtr>${from ? `<DbtrAcct><Id><IBAN>${ibanFor(from)}</IBAN></Id></DbtrAcct>` : ''}</RltdPties>
<RmtInf>${label ? `<Ustrd>${label}</Ustrd>` : ''}${structured ? `<Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd>` : ''}</RmtInf></TxDtls></NtryDtls></Ntry>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.04"><${root}><GrpHdr><MsgId>${randomUUID()}</MsgId></GrpHdr><${each}>${rows.map(entry).join('\n')}</${each}></${root}></Document>`
}

/** The agency's desk for the messages of the bank, and a company that owes a quarter. */
export class BankDesk {
  readonly site: TestSite
  readonly agent: TestPerson
  paying!: Paying
  accountant!: TestPerson

  static async open(): Promise<BankDesk> {
    const site = await openSite()
    site.clock.set('2026-11-24T10:00:00Z')
    return new BankDesk(site, await anAgent(site))
  }

  private constructor(site: TestSite, agent: TestPerson) {
    this.site = site
    this.agent = agent
  }

  /** Another company, which alone has the known account. */
  async begin(): Promise<void> {
    await this.site.database.ownerQuery(`update bank_accounts set state = 'closed'`)
    this.paying = await aPayingCompany(this.site)
    this.accountant = await aProfile(this.site, this.paying.company, {
      service: 'employer_account',
    })
  }

  async give(text: string): Promise<Screen> {
    this.site.clock.advance(1000)
    const visitor = await signedIn(this.site, this.agent)
    const page = await visitor.get(paths.agency.bankMessages())
    const file = new File([text], 'banque.xml', { type: 'application/xml' })
    return visitor.submit(page, { fichier: file }, paths.agency.bankMessages())
  }

  arrives(row: Sent, kind: '053' | '054' = '054'): Promise<Screen> {
    return this.give(message(kind, [row]))
  }

  openAmount(employerId = this.paying.company.id): Promise<bigint> {
    return this.site.app.db.transaction({ as: 'employer', employerId }, async (tx) =>
      (await listOpenDues(tx, employerId)).reduce((total, one) => total + one.amount, 0n),
    )
  }

  async inSuspense(): Promise<bigint> {
    const [row] = await this.site.database.ownerQuery<{ total: string }>(
      'select coalesce(sum(amount_centimes), 0)::text as total from suspense_entries',
    )
    return BigInt(row?.total ?? '0')
  }

  async newest(): Promise<{ id: string; state: string; note: string }> {
    const [row] = await this.site.database.ownerQuery<{ id: string; state: string; note: string }>(
      'select id, state, note from received_transfers order by received_at desc, position desc limit 1',
    )
    if (!row) throw new Error('no transfer')
    return row
  }

  /** Gives the reference of an order for the whole quarter. */
  async printedOrder(): Promise<string> {
    const id = randomUUID()
    const actor = {
      kind: 'profile',
      id: this.accountant.id,
      name: 'Comptable',
      sessionId: 's',
      stage: 'full',
      service: 'employer_account',
      employerId: this.paying.company.id,
      isMaker: false,
      isValidator: false,
    } as const
    const shares = [shareName({ ...owed, amount: centimes(owedAmount) })]
    const printed = await this.site.database.ownerQuery<{ reference: string }>(
      'select reference from transfer_orders where employer_id = $1',
      [this.paying.company.id],
    )
    await drawUpTransfer(this.site.app, actor, {
      id,
      shares,
      promised: [],
      knowingly: false,
      known: printed.map((one) => one.reference),
      bankAccountId: null,
    })
    const [row] = await this.site.database.ownerQuery<{ reference: string }>(
      'select reference from transfer_orders where id = $1',
      [id],
    )
    return row?.reference ?? ''
  }

  /** Where the ledger of a company is not what its events say. */
  async ledgerBreaks(employerId = this.paying.company.id) {
    const { breaks } = await this.site.app.db.transaction({ as: 'system' }, (tx) =>
      rebuildLedger(tx, employerId),
    )
    return breaks
  }
}
