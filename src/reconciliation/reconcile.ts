import { verifyStatements } from '../access/verify-statements.ts'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { askTrail } from '../audit/store.ts'
import { verifyAuditWhileWritten } from '../audit/verify-audit.ts'
import type { AppContext } from '../context.ts'
import { findUnpostedDeclarations } from '../declarations/store/posted-declarations.ts'
import { checkLedgers } from '../ledger/check-ledgers.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { verifyConfirmations } from '../payments/verify-confirmations.ts'
import { agreementFault, confirmationFault, type Fault, ledgerFault, trailFault } from './fault.ts'
import { faultsFoundMail } from './mails.ts'
import { countCompared, listOrderFaults } from './store/orders.ts'
import { listTransferFaults } from './store/transfers.ts'
import { insertReconciliation, knownEmployers, listSupervisors } from './store/reconciliations.ts'

/** More in one night is one fault, not many. */
const mostFaults = 1_000

/**
 * Every night: accounts written again from their facts, chains of the trail computed again, orders compared with their
 * confirmations, the account, the trail and the files for the bank, transfers with the lines of the bank (quality RE40, AT80, AT109, AT117). What does not agree
 * is kept, and the supervisors read it the same day.
 */
export async function reconcile(
  app: Pick<AppContext, 'db' | 'clock' | 'config' | 'log'>,
): Promise<readonly Fault[]> {
  const books = await checkLedgers(app, [findUnpostedDeclarations])
  const trail = await app.db.transaction({ as: 'system' }, (tx) =>
    verifyAuditWhileWritten(askTrail(tx)),
  )
  const signed = await verifyConfirmations(app.db)
  const agreed = await verifyStatements(app.db)
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const found = [
      ...books.breaks.map(ledgerFault),
      ...trail.breaks.map(trailFault),
      ...(await listOrderFaults(tx)),
      ...signed.breaks.map(confirmationFault),
      ...agreed.breaks.map(agreementFault),
      ...(await listTransferFaults(tx)),
    ].slice(0, mostFaults)
    const faults = await withKnownEmployers(tx, found)
    const ranAt = app.clock.now()
    const { ledgers, entries } = books
    const { chains, events } = trail
    const counts = { ledgers, entries, chains, events, ...(await countCompared(tx)) }
    await insertReconciliation(tx, { ranAt, ...counts }, faults)
    await record(tx, systemActor('reconcile'), ranAt, {
      action: faults.length === 0 ? 'reconciliation.agreed' : 'reconciliation.faults_found',
      subject: { kind: 'reconciliation', id: ranAt.toISOString() },
      employerId: null,
      details: { ...counts, count: faults.length },
    })
    await tellSupervisors(tx, faults, ranAt)
    return faults
  })
}

/** What was removed by hand cannot be pointed at, and is told all the same. */
async function withKnownEmployers(tx: Tx, faults: readonly Fault[]): Promise<Fault[]> {
  const ids = faults.flatMap(({ employerId }) => employerId ?? [])
  const known = await knownEmployers(tx, [...new Set(ids)])
  return faults.map((fault) =>
    fault.employerId === null || known.has(fault.employerId)
      ? fault
      : { ...fault, employerId: null, subject: `${fault.employerId} ${fault.subject}` },
  )
}

async function tellSupervisors(tx: Tx, faults: readonly Fault[], at: Date): Promise<void> {
  if (faults.length === 0) return
  for (const { name, email, language } of await listSupervisors(tx)) {
    await queueMail(tx, faultsFoundMail, {
      to: email,
      language,
      props: { name, faults: faults.length },
      employerId: null,
      at,
    })
  }
}
