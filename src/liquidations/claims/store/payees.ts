import type { LocalDate } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { StoredIdentity } from '../../../platform/secrets/identity.ts'
import type { Claim } from '../claim.ts'
import type { Payee } from '../payee.ts'

export async function listPayees(
  tx: Tx,
  { id, employerId }: Pick<Claim, 'id' | 'employerId'>,
): Promise<Payee[]> {
  const rows = await tx
    .selectFrom('claim_payees')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('claim_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    relation: row.relation,
    lastName: row.last_name,
    firstName: row.first_name,
    bornOn: row.born_on as LocalDate,
    identity:
      row.identity_kind && row.identity_sealed
        ? { kind: row.identity_kind, sealed: row.identity_sealed }
        : null,
    marriedOn: row.married_on as LocalDate | null,
    isDisabled: row.is_disabled,
    accountOf: row.account_of,
    rib: row.rib,
    bankName: row.bank_name,
  }))
}

export interface KeptPayee extends Omit<Payee, 'identity'> {
  /** Nothing keeps the document that was typed before. */
  readonly identity: StoredIdentity | null
}

export async function insertPayee(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'employerId'>,
  payee: KeptPayee,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('claim_payees')
    .values({
      id: payee.id,
      claim_id: claim.id,
      employer_id: claim.employerId,
      identity_kind: null,
      identity_sealed: null,
      identity_key: null,
      ...columnsOf(payee),
      added_at: at,
    })
    .execute()
}

/** False when somebody took them out meanwhile. */
export async function updatePayee(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'employerId'>,
  payee: KeptPayee,
): Promise<boolean> {
  const done = await tx
    .updateTable('claim_payees')
    .set(columnsOf(payee))
    .where('employer_id', '=', claim.employerId)
    .where('claim_id', '=', claim.id)
    .where('id', '=', payee.id)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function deletePayee(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'employerId'>,
  payeeId: string,
): Promise<boolean> {
  const done = await tx
    .deleteFrom('claim_payees')
    .where('employer_id', '=', claim.employerId)
    .where('claim_id', '=', claim.id)
    .where('id', '=', payeeId)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

function columnsOf(payee: KeptPayee) {
  return {
    relation: payee.relation,
    last_name: payee.lastName,
    first_name: payee.firstName,
    born_on: payee.bornOn,
    ...payee.identity,
    married_on: payee.marriedOn,
    is_disabled: payee.isDisabled,
    account_of: payee.accountOf,
    rib: payee.rib,
    bank_name: payee.bankName,
  }
}
