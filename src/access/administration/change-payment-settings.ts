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
import type { Tx } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { putSettingsInForceJob, settingsDetails } from './put-settings-in-force.ts'
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
  await recordInForce(tx, actor, now, { before: employer, after: careful })
  const waits = !areSameSettings(careful, wanted)
  const takesEffectAt = waits ? await waitFrom(tx, now) : null
  if (takesEffectAt) {
    const toCome = { ...wanted, decidedBy: actor.name, decidedAt: now, takesEffectAt }
    await putSettingsToCome(tx, employer.id, toCome)
    await recordAsked(tx, actor, now, { before, wanted, takesEffectAt })
    const { id: employerId } = employer
    const when = { runAt: takesEffectAt, key: `payment settings ${employerId}` }
    await enqueue(tx, putSettingsInForceJob, { employerId }, when)
  } else await dropWaiting(tx, actor, now)
  const { name } = actor
  await tellValidatorsOfSettings(tx, { employer, wanted, by: name, at: now, takesEffectAt })
  return waits ? 'waiting' : 'changed'
}

/** What waited is given up by this decision: it will never count. */
async function dropWaiting(tx: Tx, actor: DelegateActor, at: Date): Promise<void> {
  const { employerId } = actor
  const dropped = await findSettingsToCome(tx, employerId)
  if (!dropped) return
  await dropSettingsToCome(tx, employerId)
  await record(tx, actor, at, {
    action: 'company.payment_settings_dropped',
    subject: { kind: 'employer', id: employerId },
    details: { decidedBy: dropped.decidedBy, ...settingsDetails(dropped) },
  })
}

interface Change {
  readonly before: PaymentSettings
  readonly after: PaymentSettings
}

/** Of a decision, what counts at once. */
// oxlint-disable-next-line max-params -- the transaction, who, when, and what changed
async function recordInForce(
  tx: Tx,
  actor: DelegateActor,
  at: Date,
  { before, after }: Change,
): Promise<void> {
  const subject = { kind: 'employer', id: actor.employerId }
  if (!haveSameEyes(before, after)) {
    const { confirmationsRequired, selfConfirmation } = after
    await record(tx, actor, at, {
      action: 'company.confirmations_changed',
      subject,
      details: {
        before: before.confirmationsRequired,
        after: confirmationsRequired,
        selfConfirmation,
      },
    })
  }
  if (!haveSameCeilings(before, after)) {
    const { perOrder, perDay } = settingsDetails(after)
    const details = { perOrder, perDay }
    await record(tx, actor, at, { action: 'company.ceilings_changed', subject, details })
  }
}

interface Asked {
  /** What was decided last, in force or not. */
  readonly before: PaymentSettings
  readonly wanted: PaymentSettings
  readonly takesEffectAt: Date
}

/** Of a decision, what waits: asked for, and told again when it takes effect. */
// oxlint-disable-next-line max-params -- the transaction, who, when, and what was asked
async function recordAsked(
  tx: Tx,
  actor: DelegateActor,
  at: Date,
  { before, wanted, takesEffectAt }: Asked,
): Promise<void> {
  const subject = { kind: 'employer', id: actor.employerId }
  if (!haveSameEyes(before, wanted)) {
    const { confirmationsRequired: after, selfConfirmation } = wanted
    await record(tx, actor, at, {
      action: 'company.confirmations_asked',
      subject,
      details: { before: before.confirmationsRequired, after, selfConfirmation, takesEffectAt },
    })
  }
  if (!haveSameCeilings(before, wanted)) {
    const { perOrder, perDay } = settingsDetails(wanted)
    const details = { perOrder, perDay, takesEffectAt }
    await record(tx, actor, at, { action: 'company.ceilings_asked', subject, details })
  }
}

function haveSameEyes(one: PaymentSettings, other: PaymentSettings): boolean {
  const { orderCeiling, dailyCeiling } = one
  return areSameSettings(one, { ...other, orderCeiling, dailyCeiling })
}

function haveSameCeilings(one: PaymentSettings, other: PaymentSettings): boolean {
  const { orderCeiling, dailyCeiling } = one
  return areSameSettings(other, { ...other, orderCeiling, dailyCeiling })
}
