import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Database, Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { ledgerBrokenMail } from './mails.ts'
import { type LedgerBreak, rebuildLedger } from './rebuild-ledger.ts'
import { listCompanyNames, listLedgers } from './store/read-proofs.ts'

export interface LedgersVerdict {
  readonly ledgers: number
  readonly entries: number
  readonly breaks: readonly LedgerBreak[]
}

/** What a module above knows of the same facts, compared with the ledger: where the two do not agree. */
export type LedgerSource = (tx: Tx) => Promise<LedgerBreak[]>

/** Writes every ledger again from its facts, one employer at a time, then asks the modules that told them. */
export async function verifyLedgers(
  db: Database,
  sources: readonly LedgerSource[],
): Promise<LedgersVerdict> {
  const employers = await db.transaction({ as: 'system' }, listLedgers)
  const breaks: LedgerBreak[] = []
  let entries = 0
  for (const employerId of employers) {
    const verdict = await db.transaction({ as: 'system' }, (tx) => rebuildLedger(tx, employerId))
    entries += verdict.entries
    breaks.push(...verdict.breaks)
  }
  for (const source of sources) breaks.push(...(await db.transaction({ as: 'system' }, source)))
  return { ledgers: employers.length, entries, breaks }
}

/** Every night: what does not hold is in the log, in the fund's trail and in the agency's mail the same day (quality AT117). */
export async function checkLedgers(
  app: Pick<AppContext, 'db' | 'clock' | 'config' | 'log'>,
  sources: readonly LedgerSource[],
): Promise<LedgersVerdict> {
  const verdict = await verifyLedgers(app.db, sources)
  for (const { employerId, number, what } of verdict.breaks) {
    app.log.error({ employer: employerId, entry: String(number), what }, 'a ledger does not hold')
  }
  await app.db.transaction({ as: 'system' }, (tx) => tellFund(tx, app, verdict))
  return verdict
}

async function tellFund(
  tx: Tx,
  { clock, config }: Pick<AppContext, 'clock' | 'config'>,
  { ledgers, entries, breaks }: LedgersVerdict,
): Promise<void> {
  const at = clock.now()
  const actor = systemActor('check-ledger')
  const subject = { kind: 'ledger', id: 'all' }
  await record(tx, actor, at, { action: 'ledger.checked', subject, details: { ledgers, entries } })
  for (const { employerId, number, what } of breaks) {
    await record(tx, actor, at, {
      action: 'ledger.broken',
      subject: { kind: 'employer', id: employerId },
      employerId: null,
      details: { entry: String(number), what },
    })
  }
  if (breaks.length === 0) return
  await queueMail(tx, ledgerBrokenMail, {
    to: config.fund.agencyEmail,
    language: 'fr',
    props: {
      employers: await listCompanyNames(tx, [...new Set(breaks.map((one) => one.employerId))]),
      breaks: breaks.length,
    },
    employerId: null,
    at,
  })
}
