import { systemActor, type Actor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer, lockEmployer } from '../../employers/store/employers.ts'
import {
  dropSettingsToCome,
  findSettingsToCome,
  savePaymentSettings,
} from '../../employers/store/payment-settings.ts'
import type { PaymentSettings } from '../../employers/payment-settings.ts'
import { type Dirhams, formatDirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { jobKind } from '../../platform/jobs/enqueue.ts'

/** Runs when the wait of a decision is over. */
export const putSettingsInForceJob = jobKind<{ employerId: string }>('put-settings-in-force')

/** What the delegate decided counts once its wait is over. Run twice or too early, it does nothing. */
export async function putSettingsInForce(
  app: AppContext,
  { employerId }: { readonly employerId: string },
): Promise<void> {
  const now = app.clock.now()
  await app.db.transaction({ as: 'system' }, async (tx) => {
    await lockEmployer(tx, employerId)
    const toCome = await findSettingsToCome(tx, employerId)
    if (!toCome || toCome.takesEffectAt > now) return
    await putInForce(tx, systemActor('put-settings-in-force'), { employerId, at: now })
  })
}

/** Settings as the trail has them. */
export function settingsDetails(settings: PaymentSettings) {
  const told = (ceiling: Dirhams | null) => (ceiling === null ? 'none' : formatDirhams(ceiling))
  return {
    confirmations: settings.confirmationsRequired,
    selfConfirmation: settings.selfConfirmation,
    perOrder: told(settings.orderCeiling),
    perDay: told(settings.dailyCeiling),
  }
}

/** The decision becomes what counts. The caller holds the company, and knows that its time has come. */
export async function putInForce(
  tx: Tx,
  by: Actor,
  { employerId, at }: { readonly employerId: string; readonly at: Date },
): Promise<void> {
  const toCome = await findSettingsToCome(tx, employerId)
  if (!toCome) return
  await savePaymentSettings(tx, await getEmployer(tx, employerId), toCome)
  await dropSettingsToCome(tx, employerId)
  await record(tx, by, at, {
    action: 'company.payment_settings_in_force',
    subject: { kind: 'employer', id: employerId },
    employerId,
    details: { decidedBy: toCome.decidedBy, ...settingsDetails(toCome) },
  })
}
