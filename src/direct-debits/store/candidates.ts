import type { Tx } from '../../platform/db/database.ts'

/** Companies that have this account open. */
export async function listCompaniesWithAccount(tx: Tx, rib: string): Promise<string[]> {
  if (rib === '') return []
  const rows = await tx
    .selectFrom('bank_accounts')
    .select('employer_id')
    .distinct()
    .where('rib', '=', rib)
    .where('state', '=', 'active')
    .orderBy('employer_id')
    .execute()
  return rows.map(({ employer_id }) => employer_id)
}

/** Why a company is proposed for a transfer. */
export type Clue = 'reference' | 'withdrawn' | 'account' | 'number' | 'name' | 'amount'

export interface Candidate {
  readonly employerId: string
  readonly employerNumber: string
  readonly name: string
  readonly owed: bigint
  readonly clues: readonly Clue[]
}

/** Companies that something in a transfer points to, those with most clues first. */
export async function listCandidates(
  tx: Tx,
  clues: {
    readonly references: readonly string[]
    readonly rib: string
    readonly numbers: readonly string[]
    readonly payerName: string
    readonly amount: bigint
  },
): Promise<Candidate[]> {
  const rows = await tx.named<{
    id: string
    employer_number: string
    name: string
    owed: bigint
    clues: Clue[]
  }>(
    'received_transfer_candidates',
    `with clue (employer_id, clue) as (
       select employer_id, case when withdrawn_at is null then 'reference' else 'withdrawn' end
         from transfer_orders where reference = any($1)
       union select employer_id, 'account' from bank_accounts where rib = $2 and $2 <> '' and state = 'active'
       union select id, 'number' from employers where employer_number = any($3)
       union select id, 'name' from employers where lower(name) = lower($4) and $4 <> ''
       union (select employer_id, 'amount' from ledgers where owed_centimes = $5 limit 10)
       union (select employer_id, 'amount' from ledger_accounts
         where kind in ('contributions_due', 'interest_due') and balance_centimes = $5 limit 10)
       union (select employer_id, 'amount' from transfer_orders
         where amount_centimes = $5 and withdrawn_at is null order by drawn_at desc limit 10))
     select e.id, e.employer_number, e.name, coalesce(l.owed_centimes, 0) as owed, array_agg(distinct clue.clue) as clues
     from clue join employers e on e.id = clue.employer_id left join ledgers l on l.employer_id = e.id
     group by e.id, e.employer_number, e.name, l.owed_centimes
     order by count(distinct clue.clue) desc, e.employer_number limit 10`,
    [clues.references, clues.rib, clues.numbers, clues.payerName, clues.amount],
  )
  return rows.map((row) => ({
    employerId: row.id,
    employerNumber: row.employer_number,
    name: row.name,
    owed: row.owed,
    clues: row.clues,
  }))
}
