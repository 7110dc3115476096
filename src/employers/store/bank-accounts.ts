import type { LocalDate } from '../../calendar/index.ts'
import { getNewest } from '../../parameters/parameters.ts'
import { isUniqueViolation } from '../../platform/db/errors.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuse } from '../../actors/refusal.ts'
import type { BankAccount, DebitMandate } from '../bank-account.ts'
import { bankCodeOf, type Rib } from '../rib.ts'

/** The name that the reference gives to the bank of an account; empty when it does not know it. */
export async function findBankName(tx: Tx, rib: Rib): Promise<string> {
  const banks = await getNewest(tx, 'bank_codes')
  return banks.find((bank) => bank.code === bankCodeOf(rib))?.name ?? ''
}

/** The accounts of one company, each with its newest mandate. */
export async function listBankAccounts(tx: Tx, employerId: string): Promise<BankAccount[]> {
  const accounts = await tx
    .selectFrom('bank_accounts')
    .select(['id', 'rib', 'bank_name', 'holder', 'state'])
    .where('employer_id', '=', employerId)
    .orderBy('added_at')
    .execute()
  const mandates = await tx
    .selectFrom('debit_mandates')
    .select(['id', 'bank_account_id', 'reference', 'kind', 'state', 'letter_id', 'usable_from'])
    .where('employer_id', '=', employerId)
    .orderBy((order) => order('state', 'in', ['requested', 'active']), 'desc')
    .orderBy('requested_at', 'desc')
    .execute()
  return accounts.map((account) => {
    const mandate = mandates.find((one) => one.bank_account_id === account.id)
    return {
      id: account.id,
      rib: account.rib,
      bankName: account.bank_name,
      holder: account.holder,
      state: account.state,
      mandate: mandate ? mandateFrom(mandate) : null,
    }
  })
}

export interface NewBankAccount {
  readonly id: string
  readonly employerId: string
  readonly rib: Rib
  readonly bankName: string
  readonly holder: string
  readonly addedAt: Date
}

/**
 * Two companies may share an account; one company has it once. One that was removed comes back, under the holder that is typed
 * now. Gives the account's identifier.
 */
export async function insertBankAccount(tx: Tx, account: NewBankAccount): Promise<string> {
  const { employerId, rib, holder } = account
  const back = await tx
    .updateTable('bank_accounts')
    .set({ state: 'active', holder })
    .where('employer_id', '=', employerId)
    .where('rib', '=', rib)
    .where('state', '=', 'closed')
    .returning('id')
    .executeTakeFirst()
  if (back) return back.id
  try {
    await tx
      .insertInto('bank_accounts')
      .values({
        id: account.id,
        employer_id: account.employerId,
        rib: account.rib,
        bank_name: account.bankName,
        holder: account.holder,
        added_at: account.addedAt,
      })
      .execute()
    return account.id
  } catch (error) {
    if (!isUniqueViolation(error, 'bank_accounts_employer_id_rib_key')) throw error
    return refuse('administration.account_known')
  }
}

/** The company has done with it. */
export async function closeBankAccount(tx: Tx, employerId: string, id: string): Promise<void> {
  await tx
    .updateTable('bank_accounts')
    .set({ state: 'closed' })
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .execute()
}

export interface NewDebitMandate {
  readonly id: string
  readonly employerId: string
  readonly bankAccountId: string
  readonly reference: string
  readonly kind: DebitMandate['kind']
  readonly letterId: string
  readonly requestedAt: Date
}

export async function insertDebitMandate(tx: Tx, mandate: NewDebitMandate): Promise<void> {
  await tx
    .insertInto('debit_mandates')
    .values({
      id: mandate.id,
      employer_id: mandate.employerId,
      bank_account_id: mandate.bankAccountId,
      reference: mandate.reference,
      kind: mandate.kind,
      state: 'requested',
      requested_at: mandate.requestedAt,
      letter_id: mandate.letterId,
      usable_from: null,
      ended_at: null,
    })
    .execute()
}

/** A mandate gives way to another one: never validated, or of a kind that the payment option no longer asks for. */
export async function endDebitMandate(
  tx: Tx,
  employerId: string,
  mandateId: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('debit_mandates')
    .set({ state: 'revoked', ended_at: now })
    .where('id', '=', mandateId)
    .where('employer_id', '=', employerId)
    .where('state', 'in', ['requested', 'active'])
    .execute()
}

interface MandateRow {
  id: string
  reference: string
  kind: DebitMandate['kind']
  state: DebitMandate['state']
  letter_id: string | null
  usable_from: string | null
}

function mandateFrom(row: MandateRow): DebitMandate {
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    letterId: row.letter_id,
    usableFrom: row.usable_from as LocalDate | null,
  }
}
