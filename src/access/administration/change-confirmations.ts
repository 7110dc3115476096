import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import {
  type Employer,
  isWeaker,
  type PaymentSettings,
  settlePaymentSettings,
} from '../../employers/employer.ts'
import { getEmployer, savePaymentSettings } from '../../employers/find-employer.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { listUsers } from './store/users.ts'
import { confirmationsChangedMail } from './mails.ts'
import { fullName, isServing } from './user.ts'

export interface ConfirmationsChange extends PaymentSettings {
  readonly version: number
  /** The delegate has read what a weaker setting means. */
  readonly isConfirmed: boolean
}

export type ConfirmationsOutcome = 'unchanged' | 'to_confirm' | 'changed'

/**
 * Sets the number of confirmations of E@syPaiement (leaflet, E@syPaiement, step 1) and, with one, whether a person
 * who holds both powers may confirm their own order. Orders already drawn up keep the number they were drawn up
 * with; every validateur is told; asking for fewer eyes is said first, and confirmed (product A6).
 */
export async function changeConfirmations(
  app: AppContext,
  actor: DelegateActor,
  change: ConfirmationsChange,
): Promise<ConfirmationsOutcome> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const employer = await getEmployer(tx, employerId)
    if (employer.version !== change.version) return refuse('web.changed_meanwhile')
    const settings = settlePaymentSettings(change)
    if (isSame(employer, settings)) return 'unchanged'
    if (isWeaker(employer, settings) && !change.isConfirmed) return 'to_confirm'
    if (!(await savePaymentSettings(tx, employer, settings))) refuse('web.changed_meanwhile')
    await record(tx, actor, app.clock.now(), {
      action: 'company.confirmations_changed',
      subject: { kind: 'employer', id: employerId },
      details: {
        before: employer.confirmationsRequired,
        after: settings.confirmationsRequired,
        ...settings,
      },
    })
    await tellValidators(tx, app, actor, { employer, settings })
    return 'changed'
  })
}

function isSame(employer: Employer, settings: PaymentSettings): boolean {
  return (
    employer.confirmationsRequired === settings.confirmationsRequired &&
    employer.selfConfirmation === settings.selfConfirmation
  )
}

async function tellValidators(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { employer, settings }: { readonly employer: Employer; readonly settings: PaymentSettings },
): Promise<void> {
  const users = await listUsers(tx, employer.id)
  for (const { user } of users) {
    if (!user.isValidator || !isServing(user)) continue
    await queueMail(tx, confirmationsChangedMail, {
      to: user.email,
      language: user.language,
      props: {
        name: fullName(user),
        employerName: employer.name,
        confirmations: settings.confirmationsRequired,
        selfConfirmation: settings.selfConfirmation,
        by: actor.name,
      },
      employerId: employer.id,
      at: app.clock.now(),
    })
  }
}
