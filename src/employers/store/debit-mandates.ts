import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'

interface Activation {
  readonly mandateId: string
  readonly usableFrom: LocalDate
}

/** The account it is for; nothing when the mandate is already active or was withdrawn: the letter may be applied twice. */
export async function saveActivation(
  tx: Tx,
  employerId: string,
  wanted: Activation,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('debit_mandates')
    .set({ state: 'active', usable_from: wanted.usableFrom })
    .where('id', '=', wanted.mandateId)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'requested')
    .returning('bank_account_id')
    .executeTakeFirst()
  if (!row) return undefined
  const account = await tx
    .selectFrom('bank_accounts')
    .select('rib')
    .where('id', '=', row.bank_account_id)
    .where('employer_id', '=', employerId)
    .executeTakeFirstOrThrow()
  return account.rib
}

export async function saveRefusal(
  tx: Tx,
  employerId: string,
  mandateId: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('debit_mandates')
    .set({ state: 'refused', ended_at: now })
    .where('id', '=', mandateId)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'requested')
    .execute()
}
