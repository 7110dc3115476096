import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { lockEmployer } from '../../employers/store/employers.ts'
import {
  areSameSettings,
  asksFewerEyes,
  carefulOf,
  type PaymentSettings,
  settlePaymentSettings,
} from '../../employers/payment-settings.ts'
import {
  dropSettingsToCome,
  findSettingsToCome,
  putSettingsToCome,
  savePaymentSettings,
} from '../../employers/store/payment-settings.ts'
import { formatDirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { putSettingsInForceJob } from './put-settings-in-force.ts'
import { requireSubscribed } from './require-service.ts'
import { tellValidatorsOfSettings } from './tell-validators.ts'
import { waitFrom } from './waiting.ts'

export interface SettingsChange {
  readonly version: number
  /** Some of the settings: those that are not told stay as they are, or as they were decided. */
  readonly settings: Partial<PaymentSettings>
  /** The delegate has read what fewer eyes mean. */
  readonly isConfirmed: boolean
}

export type SettingsOutcome = 'unchanged' | 'to_confirm' | 'changed' | 'waiting'

/**
 * Sets what is asked of each order: the number of confirmations (leaflet, E@syPaiement, step 1), whether one may confirm
 * one's own, and the ceilings. What makes it stricter counts at once. What lets money leave with fewer checks is told to
 * every Validateur and waits, unless one of them agrees sooner (product A6; quality AT70). Orders already drawn up keep
 * their number of confirmations.
 */
export async function changePaymentSettings(
  app: AppContext,
  actor: DelegateActor,
  change: SettingsChange,
): Promise<SettingsOutcome> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const employer = await requireSubscribed(tx, employerId, 'payment')
    if (employer.version !== change.version) return refuse('web.changed_meanwhile')
    const decided = (await findSettingsToCome(tx, employerId)) ?? employer
    const wanted = settlePaymentSettings({ ...decided, ...change.settings })
    if (areSameSettings(decided, wanted)) return 'unchanged'
    if (asksFewerEyes(decided, wanted) && !change.isConfirmed) return 'to_confirm'
    return decide(tx, app, actor, { employer, before: decided, wanted })
  })
}

interface Decision {
  readonly employer: Employer
  /** What was decided last, in force or not. */
  readonly before: PaymentSettings
  readonly wanted: PaymentSettings
}

async function decide(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { employer, before, wanted }: Decision,
): Promise<'changed' | 'waiting'> {
  const now = app.clock.now()
  const careful = carefulOf(employer, wanted)
  if (!(await savePaymentSettings(tx, employer, careful))) refuse('web.changed_meanwhile')
  const waits = !areSameSettings(careful, wanted)
  const takesEffectAt = waits ? await waitFrom(tx, now) : null
  if (takesEffectAt) {
    const toCome = { ...wanted, decidedBy: actor.name, decidedAt: now, takesEffectAt }
    await putSettingsToCome(tx, employer.id, toCome)
    const { id: employerId } = employer
    const when = { runAt: takesEffectAt, key: `payment settings ${employerId}` }
    await enqueue(tx, putSettingsInForceJob, { employerId }, when)
  } else await dropSettingsToCome(tx, employer.id)
  await recordDecision(tx, actor, now, { before, wanted, takesEffectAt })
  const { name } = actor
  await tellValidatorsOfSettings(tx, { employer, wanted, by: name, at: now, takesEffectAt })
  return waits ? 'waiting' : 'changed'
}

interface Decided {
  readonly before: PaymentSettings
  readonly wanted: PaymentSettings
  readonly takesEffectAt: Date | null
}

// oxlint-disable-next-line max-params -- the transaction, who, when, and what was decided
async function recordDecision(
  tx: Tx,
  actor: DelegateActor,
  at: Date,
  { before, wanted, takesEffectAt }: Decided,
): Promise<void> {
  const subject = { kind: 'employer', id: actor.employerId }
  const { confirmationsRequired, selfConfirmation, orderCeiling, dailyCeiling } = wanted
  const sameCeilings = { orderCeiling: before.orderCeiling, dailyCeiling: before.dailyCeiling }
  if (!areSameSettings(before, { ...wanted, ...sameCeilings })) {
    await record(tx, actor, at, {
      action: 'company.confirmations_changed',
      subject,
      details: {
        before: before.confirmationsRequired,
        after: confirmationsRequired,
        selfConfirmation,
        takesEffectAt,
      },
    })
  }
  if (!areSameSettings(wanted, { ...wanted, ...sameCeilings })) {
    await record(tx, actor, at, {
      action: 'company.ceilings_changed',
      subject,
      details: { perOrder: told(orderCeiling), perDay: told(dailyCeiling), takesEffectAt },
    })
  }
}

function told(ceiling: PaymentSettings['orderCeiling']): string {
  return ceiling === null ? 'none' : formatDirhams(ceiling)
}
