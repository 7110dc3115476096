import type { Holidays, LocalDate } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'

/** Parameters that are one number, in force from a day on; each row says where it comes from (product G4). */
export type NumberParameter =
  | 'declaration_due_days'
  | 'contribution_grace_days'
  | 'review_hours'
  | 'objection_hours'
  | 'email_change_delay_hours'
  | 'debit_mandate_waiting_days'
  | 'activation_link_hours'
  | 'dormant_months'

/** The value in force on a day. A missing parameter is a fault of the installation, not of the visitor. */
export async function getParameter(tx: Tx, key: NumberParameter, on: LocalDate): Promise<number> {
  const row = await tx
    .selectFrom('parameters')
    .select('value')
    .where('key', '=', key)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (typeof row?.value !== 'number') throw new Error(`parameter ${key} has no value on ${on}`)
  return row.value
}

/** The days on which the 48 h clock stands still, besides Saturdays and Sundays (decision: 48 h). */
export async function listHolidays(tx: Tx): Promise<Holidays> {
  const rows = await tx.selectFrom('holidays').select('holiday_on').execute()
  return new Set(rows.map((row) => row.holiday_on as LocalDate))
}
