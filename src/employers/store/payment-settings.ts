import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { PaymentSettings } from '../payment-settings.ts'

/** Saves what counts if nobody changed the company meanwhile; false when somebody did. */
export async function savePaymentSettings(
  tx: Tx,
  employer: { readonly id: string; readonly version: number },
  settings: PaymentSettings,
): Promise<boolean> {
  const saved = await tx
    .updateTable('employers')
    .set({ ...columnsOf(settings), version: employer.version + 1 })
    .where('id', '=', employer.id)
    .where('version', '=', employer.version)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

/** Settings that were decided and do not count yet. */
export interface SettingsToCome extends PaymentSettings {
  /** The name of the delegate who decided. */
  readonly decidedBy: string
  readonly decidedAt: Date
  readonly takesEffectAt: Date
}

export async function findSettingsToCome(
  tx: Tx,
  employerId: string,
): Promise<SettingsToCome | undefined> {
  const row = await tx
    .selectFrom('payment_settings_to_come')
    .selectAll()
    .where('employer_id', '=', employerId)
    .executeTakeFirst()
  return (
    row && {
      confirmationsRequired: row.confirmations_required,
      selfConfirmation: row.self_confirmation,
      orderCeiling: ceilingFrom(row.order_ceiling_centimes),
      dailyCeiling: ceilingFrom(row.daily_ceiling_centimes),
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
      takesEffectAt: row.takes_effect_at,
    }
  )
}

/** One decision waits at a time: a later one takes the place of an earlier. */
export async function putSettingsToCome(
  tx: Tx,
  employerId: string,
  { decidedBy, decidedAt, takesEffectAt, ...settings }: SettingsToCome,
): Promise<void> {
  const values = {
    ...columnsOf(settings),
    decided_by: decidedBy,
    decided_at: decidedAt,
    takes_effect_at: takesEffectAt,
  }
  await tx
    .insertInto('payment_settings_to_come')
    .values({ employer_id: employerId, ...values })
    .onConflict((conflict) => conflict.column('employer_id').doUpdateSet(values))
    .execute()
}

export async function dropSettingsToCome(tx: Tx, employerId: string): Promise<void> {
  await tx.deleteFrom('payment_settings_to_come').where('employer_id', '=', employerId).execute()
}

function columnsOf(settings: PaymentSettings) {
  return {
    confirmations_required: settings.confirmationsRequired,
    self_confirmation: settings.selfConfirmation,
    order_ceiling_centimes: settings.orderCeiling,
    daily_ceiling_centimes: settings.dailyCeiling,
  }
}

export function ceilingFrom(stored: bigint | null): Dirhams | null {
  return stored === null ? null : centimes(stored)
}
