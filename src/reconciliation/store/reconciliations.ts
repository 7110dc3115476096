import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { Fault } from '../fault.ts'

/** What one night compared, and how much of it did not agree. */
export interface Reconciliation {
  readonly id: string
  readonly ranAt: Date
  readonly ledgers: number
  readonly entries: number
  readonly chains: number
  readonly events: number
  readonly orders: number
  readonly collections: number
  readonly faults: number
}

export async function insertReconciliation(
  tx: Tx,
  { ranAt, ...counts }: Omit<Reconciliation, 'id' | 'faults'>,
  faults: readonly Fault[],
): Promise<void> {
  const { id } = await tx
    .insertInto('reconciliations')
    .values({ ran_at: ranAt, ...counts, faults: faults.length })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (faults.length === 0) return
  await tx
    .insertInto('reconciliation_faults')
    .values(
      faults.map(({ employerId, ...fault }, index) => ({
        reconciliation_id: id,
        position: index + 1,
        employer_id: employerId,
        ...fault,
      })),
    )
    .execute()
}

export async function listReconciliations(tx: Tx, limit: number): Promise<Reconciliation[]> {
  const rows = await tx
    .selectFrom('reconciliations')
    .selectAll()
    .orderBy('ran_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ ran_at, ...row }) => ({ ...row, ranAt: ran_at }))
}

/** A fault with the company that it is about. */
export interface ToldFault extends Fault {
  readonly employerName: string
  readonly employerNumber: string
}

export async function listFaults(
  tx: Tx,
  reconciliationId: string,
  limit: number,
): Promise<ToldFault[]> {
  const rows = await tx
    .selectFrom('reconciliation_faults as fault')
    .leftJoin('employers as employer', 'employer.id', 'fault.employer_id')
    .select([
      'fault.kind',
      'fault.employer_id',
      'fault.subject',
      'fault.expected',
      'fault.found',
      'employer.name',
      'employer.employer_number',
    ])
    .where('fault.reconciliation_id', '=', reconciliationId)
    .orderBy('fault.position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    employerId: row.employer_id,
    subject: row.subject,
    expected: row.expected,
    found: row.found,
    employerName: row.name ?? '',
    employerNumber: row.employer_number ?? '',
  }))
}

/** Companies that are still there: a fault may name one that was removed by hand. */
export async function knownEmployers(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.selectFrom('employers').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

export interface Supervisor {
  readonly name: string
  readonly email: string
  readonly language: Language
}

export async function listSupervisors(tx: Tx): Promise<Supervisor[]> {
  const rows = await tx
    .selectFrom('agents')
    .select(['first_name', 'last_name', 'email', 'language'])
    .where('role', '=', 'supervisor')
    .where('state', '=', 'active')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    name: `${row.first_name} ${row.last_name}`,
    email: row.email,
    language: row.language,
  }))
}
