import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { type LocalDate, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Claim, stateAfter, tasksLeft } from './claim.ts'
import { type ShownClaim, takeClaim } from './claim-in-hand.ts'
import { tellClaimSent } from './mails.ts'
import { mayBeRepresented, type Payee } from './payee.ts'
import { readWholeClaim } from './read-claim.ts'
import { isAnswered } from './requests.ts'
import { refuseAfterDeath } from './refuse-after-death.ts'
import { refuseSinglePayment } from './refuse-single-payment.ts'
import { listLaterSalaries } from './store/later-salaries.ts'
import { saveClaim } from './store/save-claim.ts'
import { insertStep } from './store/steps.ts'

export interface SendClaim extends ShownClaim {
  /** To what the agency asked for; may be empty when a page or another answer says it. */
  readonly reply: string
}

export interface Sent {
  readonly reference: string
  /** Otherwise it is sent again, completed. */
  readonly isFirst: boolean
}

/**
 * The company sends a claim of which every task is done; again once what the agency asked for is there (product L5). Its
 * reference is its receipt.
 */
export async function sendClaim(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { reply, ...shown }: SendClaim,
): Promise<Sent> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await takeClaim(tx, employerId, shown)
    const state = stateAfter(claim, 'send')
    const whole = await readWholeClaim(tx, claim)
    if (tasksLeft(claim, whole.prepared).length > 0) refuse('claims.not_ready')
    if (reply === '' && !isAnswered(whole)) refuse('claims.nothing_answered')
    await refuseUnexplained(tx, claim)
    refuseGrownUp(whole.payees, todayIn(app.clock))
    await refuseAfterDeath(tx, claim)
    await refuseSinglePayment(tx, claim, todayIn(app.clock))
    const now = app.clock.now()
    const isFirst = claim.sentAt === null
    await saveClaim(tx, claim, {
      state,
      note: '',
      ...(isFirst && { sentBy: actor.id, sentAt: now }),
    })
    await insertStep(tx, claim, actor, {
      step: isFirst ? 'sent' : 'completed',
      at: now,
      note: isFirst ? '' : reply,
    })
    await record(tx, actor, now, {
      action: isFirst ? 'claim.sent' : 'claim.completed',
      subject: { kind: 'claim', id: claim.id },
      details: { reference: claim.reference, claim: claim.kind },
    })
    if (isFirst) await tellClaimSent(tx, actor, claim, now)
    return { reference: claim.reference, isFirst }
  })
}

/** Declared since the end was stated: one of the two is wrong, or is explained. */
async function refuseUnexplained(tx: Tx, claim: Claim): Promise<void> {
  const { endedOn, endNote } = claim
  if (!endedOn || endNote !== '') return
  if ((await listLaterSalaries(tx, claim, endedOn)).length > 0) refuse('claims.later_salaries')
}

/** A child who came of age since they were typed is no longer represented. */
function refuseGrownUp(payees: readonly Payee[], today: LocalDate): void {
  const grown = payees.find(
    (one) => one.accountOf === 'representative' && !mayBeRepresented(one, today),
  )
  if (grown) refuse('claims.payee_of_age', { name: `${grown.firstName} ${grown.lastName}` })
}
